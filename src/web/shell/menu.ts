import type { Icon } from '@tabler/icons-react'

/** A section of the product, as the menu shows it. */
export type MenuItem = {
  path: string
  label: string
  /** One short word for the bar of a phone: «Карта». */
  short?: string
  icon: Icon
  /** How much waits there; nothing is shown for none. */
  count?: number
}

/** Who is signed in, as the top bar shows it. */
export type ShellPerson = {
  name: string
  /** «координатор, Управление образования» */
  role: string
  onSignOut: () => void
  /** Own pages: «Мои входы», «Настройки». */
  links?: readonly { path: string; label: string }[]
}
