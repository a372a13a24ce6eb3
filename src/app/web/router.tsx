import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { Crash } from '../../web/pages/crash.tsx'
import { NotFound } from '../../web/pages/not-found.tsx'
import type { Screen } from '../../web/screen.ts'
import { readSearch, writeSearch } from '../../web/search-params.ts'
import { Frame } from './frame.tsx'
import { bareScreens, screens } from './screens.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame })

const routeOf = (parent: () => typeof root | typeof framed) => (screen: Screen) =>
  createRoute({ getParentRoute: parent, path: screen.path, component: screen.component })

export const router = createRouter({
  routeTree: root.addChildren([
    framed.addChildren(screens.map(routeOf(() => framed))),
    ...bareScreens.map(routeOf(() => root)),
  ]),
  defaultErrorComponent: Crash,
  defaultPreload: 'intent',
  scrollRestoration: true,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
})
