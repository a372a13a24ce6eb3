import { type ReactNode, useEffect } from 'react'
import { useWords } from '../use-words.ts'
import { words } from '../words.ts'
import classes from './bare-page.module.css'
import { LanguageChoice } from './person-menu.tsx'

type Props = { title: string; children: ReactNode }

/** A page for whoever is not signed in yet: one thing in the middle, the language at the foot. */
export function BarePage({ title, children }: Props) {
  const t = useWords(words)
  const name = t('product.name')
  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])
  return (
    <main className={classes.page}>
      <p className={classes.name}>{name}</p>
      <div className={classes.sheet}>
        <h1>{title}</h1>
        {children}
      </div>
      <LanguageChoice />
    </main>
  )
}
