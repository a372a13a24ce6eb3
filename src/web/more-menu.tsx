import { type Icon, IconChevronDown } from '@tabler/icons-react'
import { Disclosure } from './disclosure.tsx'
import classes from './more-menu.module.css'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

/** An action of the second rank: something to do, or somewhere to go (a download, a page of the server). */
export type MoreItem = { label: string; icon?: Icon; isOff?: boolean } & (
  | { onSelect: () => void }
  | { href: string; download?: boolean }
)

type Props = { items: readonly MoreItem[]; label?: string; look?: 'button' | 'plain' }

/** «Ещё»: everything that is not the one primary action. Draws nothing where there is nothing. */
export function MoreMenu({ items, label, look = 'button' }: Props) {
  const t = useWords(words)
  if (items.length === 0) return null
  const button = (
    <>
      {label ?? t('shell.more')}
      <IconChevronDown size="var(--mark)" aria-hidden="true" />
    </>
  )
  return (
    <Disclosure button={button} look={look}>
      {(close) => (
        <ul className={classes.items}>
          {items.map((item) => (
            <li key={item.label}>
              <Item item={item} close={close} />
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  )
}

function Item({ item, close }: { item: MoreItem; close: () => void }) {
  const inside = (
    <>
      {item.icon ? <item.icon size="var(--icon)" aria-hidden="true" /> : null}
      {item.label}
    </>
  )
  if ('href' in item) {
    return (
      <a className={classes.item} href={item.href} download={item.download} onClick={close}>
        {inside}
      </a>
    )
  }
  const select = () => {
    close()
    item.onSelect()
  }
  return (
    <button type="button" className={classes.item} disabled={item.isOff} onClick={select}>
      {inside}
    </button>
  )
}
