import { useId } from 'react'
import classes from './segments.module.css'

type Props<Value extends string> = {
  /** What is chosen here, for readers. */
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** Two to five ways side by side, one of them in force. */
export function Segments<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className={classes.segments}>
      <legend className="hidden-visually">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes.segment} data-on={option.value === value}>
          <input
            type="radio"
            className="hidden-visually"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
