import { Outlet } from '@tanstack/react-router'

/** Around every screen of whoever is signed in: the shell with the menu, the project and the person. */
export function Frame() {
  return <Outlet />
}
