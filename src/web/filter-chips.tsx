import { IconX } from '@tabler/icons-react'
import classes from './filter-chips.module.css'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

export type Filter = {
  key: string
  /** «Школа» */
  label: string
  options: readonly { value: string; label: string }[]
  /** Null where nothing is chosen. */
  value: string | null
}

type Props = { filters: readonly Filter[]; onChange: (key: string, value: string | null) => void }

/** Filters as chips; what is chosen belongs to the address (`useUrlState`), so that a link shows the same. */
export function FilterChips({ filters, onChange }: Props) {
  const t = useWords(words)
  const chosen = filters.filter((one) => one.value !== null)
  return (
    <fieldset className={classes.filters}>
      <legend className="hidden-visually">{t('filters.title')}</legend>
      {filters.map((filter) => (
        <span key={filter.key} className={classes.chip} data-on={filter.value !== null}>
          <label>
            {filter.label}:
            <select
              value={filter.value ?? ''}
              onChange={(event) => onChange(filter.key, event.currentTarget.value || null)}
            >
              <option value="">{t('filters.all')}</option>
              {filter.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
          {filter.value === null ? null : (
            <button
              type="button"
              aria-label={t('filters.drop', { name: filter.label })}
              onClick={() => onChange(filter.key, null)}
            >
              <IconX size="var(--mark)" aria-hidden="true" />
            </button>
          )}
        </span>
      ))}
      {chosen.length > 1 ? (
        <button type="button" className={classes.all} onClick={() => chosen.map((one) => onChange(one.key, null))}>
          {t('filters.dropAll')}
        </button>
      ) : null}
    </fieldset>
  )
}
