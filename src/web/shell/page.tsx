import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { type MoreItem, MoreMenu } from '../more-menu.tsx'
import { PrintHeader } from '../print-header.tsx'
import { useWords } from '../use-words.ts'
import { words } from '../words.ts'
import classes from './page.module.css'

export type Crumb = { label: string; path: string }

type Props = {
  title: string
  /** The way here, without the page itself. */
  crumbs?: readonly Crumb[]
  /** Beside the title: a state, a date. */
  beside?: ReactNode
  /** The one primary action: `<Button variant="filled">`. */
  primary?: ReactNode
  /** Everything else, under «Ещё». */
  more?: readonly MoreItem[]
  children: ReactNode
}

/** A page: where I am, what I can do, and the content. Names the window, and takes the focus when one arrives here. */
export function Page({ title, crumbs = [], beside, primary, more = [], children }: Props) {
  const t = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(title)
  useFocusOnArrival(heading)
  return (
    <>
      <PrintHeader />
      {crumbs.length > 0 ? (
        <nav className={classes.crumbs} aria-label={t('shell.crumbs')}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.path}>
                <Link to={crumb.path}>{crumb.label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className={classes.head}>
        <div className={classes.title}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {beside}
        </div>
        <div className={classes.actions}>
          <MoreMenu items={more} />
          {primary}
        </div>
      </div>
      {children}
    </>
  )
}

function useTitle(title: string) {
  const t = useWords(words)
  const name = t('product.name')
  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])
}

let lastPath: string | null = null

/** The first page leaves the focus alone, so that the skip link comes first; the same page drawn again does, too. */
function useFocusOnArrival(heading: { current: HTMLElement | null }) {
  const { pathname } = useLocation()
  useEffect(() => {
    if (lastPath !== null && lastPath !== pathname) heading.current?.focus()
    lastPath = pathname
  }, [pathname, heading])
}
