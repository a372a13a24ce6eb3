import '../../web/no-eval.ts'
import '../../web/styles.ts'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { tellComputerTime } from '../../web/clock.ts'
import { wearGolos } from '../../web/golos.ts'
import { WebRoot } from '../../web/web-root.tsx'
import { router } from './router.tsx'

void wearGolos()
tellComputerTime(() => new Date())

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
Object.assign(globalThis, { __webpack_nonce__: nonce }) // where style tags of Mantine's scroll lock look for it

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
createRoot(place).render(
  <StrictMode>
    <WebRoot nonce={nonce}>
      <RouterProvider router={router} />
    </WebRoot>
  </StrictMode>,
)
