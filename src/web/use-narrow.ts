import { useMediaQuery } from '@mantine/hooks'

/** Whether the window is as narrow as a phone: the width at which the style sheets change. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
}
