import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Disclosure } from '../disclosure.tsx'
import { useWords } from '../use-words.ts'
import { words } from '../words.ts'
import type { MenuItem } from './menu.ts'
import classes from './section-menu.module.css'

type Props = { items: readonly MenuItem[] }

/** What a thumb reaches on a phone; the rest stands under «Ещё». */
const AT_THE_FOOT = 4

export function SideMenu({ items }: Props) {
  const t = useWords(words)
  return (
    <nav className={classes.side} aria-label={t('shell.menu')}>
      <Sections items={items} />
    </nav>
  )
}

export function BottomMenu({ items }: Props) {
  const t = useWords(words)
  const fits = items.length <= AT_THE_FOOT + 1
  const rest = fits ? [] : items.slice(AT_THE_FOOT)
  const more = (
    <span className={classes.more}>
      <IconDots size="var(--icon)" aria-hidden="true" />
      {t('shell.more')}
    </span>
  )
  return (
    <nav className={classes.bottom} aria-label={t('shell.menu')}>
      <Sections items={(fits ? items : items.slice(0, AT_THE_FOOT)).map(shortened)} />
      {rest.length > 0 ? (
        <Disclosure button={more} look="plain" isAbove>
          {(close) => <Sections items={rest} onGo={close} />}
        </Disclosure>
      ) : null}
    </nav>
  )
}

function shortened(item: MenuItem): MenuItem {
  return { ...item, label: item.short ?? item.label }
}

function Sections({ items, onGo }: Props & { onGo?: () => void }) {
  return (
    <ul className={classes.sections}>
      {items.map((item) => (
        <li key={item.path}>
          <Link to={item.path} className={classes.section} activeOptions={{ exact: item.path === '/' }} onClick={onGo}>
            <item.icon size="var(--icon)" stroke={1.75} aria-hidden="true" />
            <span className={classes.word}>{item.label}</span>
            {item.count ? <span className={classes.count}>{item.count}</span> : null}
          </Link>
        </li>
      ))}
    </ul>
  )
}
