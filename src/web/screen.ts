import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'

/** A screen of a feature and the address at which it stands; its code comes when it is first opened. */
export type Screen = { path: string; component: ReturnType<typeof lazyRouteComponent> }

/** `screen('/road-maps/$roadMapId', () => import('…/road-map-page.tsx'), 'RoadMapPage')` */
export function screen<Name extends string>(
  path: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): Screen {
  return { path, component: lazyRouteComponent(load, name) }
}
