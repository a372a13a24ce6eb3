import { useEffect, useRef } from 'react'
import classes from './form-errors.module.css'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

export type FormError = { path: string; message: string }

/** The id that the input of this field must carry, so that the summary can lead to it. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll('.', '-')}`
}

/** The sentence under one input: `<TextInput id={fieldId('title')} error={errorAt(errors, 'title')} />`. */
export function errorAt(errors: readonly FormError[], path: string): string | null {
  return errors.find((one) => one.path === path)?.message ?? null
}

/**
 * All that is wrong with a form, each leading to its input; takes focus whenever a new list arrives.
 * Give it a new array when the person tries to send, not while they type.
 */
export function FormErrors({ errors }: { errors: readonly FormError[] }) {
  const t = useWords(words)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div ref={box} className={classes.errors} tabIndex={-1} role="alert">
      <strong>{t('form.errors', { count: errors.length })}</strong>
      <ul>
        {errors.map((error) => (
          <li key={error.path + error.message}>
            <button type="button" className={classes.way} onClick={() => goTo(error.path)}>
              {error.message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function goTo(path: string): void {
  document.getElementById(fieldId(path))?.focus()
}
