import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { Crash } from './pages/crash.tsx'
import { queryClient } from './query.ts'
import { cssVariablesResolver, theme } from './theme.ts'

const colorSchemes = localStorageColorSchemeManager({ key: 'opora.theme' })

/** Theme, queries and the last net under everything; `nonce` lets the theme's style tag past the policy. */
export function WebRoot({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <LastNet>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </LastNet>
    </MantineProvider>
  )
}

/** React offers no function for catching what a tree throws. */
class LastNet extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    return this.state.error === null ? this.props.children : <Crash error={this.state.error} />
  }
}
