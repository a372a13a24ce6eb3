import { type Screen, screen } from '../../web/screen.ts'

/** Every screen inside the shell, by address. */
export const screens: readonly Screen[] = [screen('/', () => import('./start-page.tsx'), 'StartPage')]

/** Screens without the shell: signing in, a link, the first start; and the gallery, while developing. */
export const bareScreens: readonly Screen[] = [
  screen('/sign-in', () => import('../../features/access/web/sign-in-page.tsx'), 'SignInPage'),
  screen('/link', () => import('../../features/access/web/link-page.tsx'), 'LinkPage'),
  ...(import.meta.env.DEV ? [screen('/gallery', () => import('./gallery/gallery-page.tsx'), 'GalleryPage')] : []),
]
