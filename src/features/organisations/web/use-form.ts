import { type ChangeEvent, type FormEvent, useMemo, useState } from 'react'
import { errorAt, type FormError, fieldId } from '../../../web/form-errors.tsx'
import type { Refused } from '../../../web/refused.ts'

type Values = Record<string, string>
type Change = ChangeEvent<HTMLInputElement | HTMLSelectElement>

type Options<V extends Values> = {
  /** Tells the fields of this form from those of another on the same page. */
  name: string
  values: V
  set: (values: V) => void
  /** The sentence for every field that is not right yet. */
  check: (values: V) => Partial<Record<keyof V, string | null>>
  send: (values: V) => void
  refusal: Refused | null
  /** Which field a refusal speaks of, by its code. */
  faultAt?: Record<string, keyof V & string>
}

/** A form whose faults stand beside their fields: those found here on sending, and those that the server found. */
export function useForm<V extends Values>({ name, values, set, check, send, refusal, faultAt = {} }: Options<V>) {
  const [found, setFound] = useState<readonly FormError[]>([])
  const at = faultAt[refusal?.answer.code ?? '']
  const refused = useMemo(() => refusedFields(refusal, at).map(within(name)), [refusal, at, name])
  const errors = found.length > 0 ? found : refused
  return {
    /** For `<FormErrors>`: a new list only when the person tried to send. */
    errors,
    /** A refusal that speaks of no field, for `<RefusalNote>`; a stale one belongs to `<StaleNote>`. */
    note: refusal?.isStale || refused.length > 0 ? null : refusal,
    field: (field: keyof V & string) => ({
      id: fieldId(`${name}.${field}`),
      value: values[field],
      error: errorAt(errors, `${name}.${field}`),
      onChange: (event: Change) => set({ ...values, [field]: event.currentTarget.value }),
    }),
    onSubmit: (event: FormEvent) => {
      event.preventDefault()
      const faults = faultsOf(check(values)).map(within(name))
      setFound(faults)
      if (faults.length === 0) send(values)
    },
  }
}

function faultsOf(faults: Record<string, string | null | undefined>): FormError[] {
  return Object.entries(faults).flatMap(([path, message]) => (message ? [{ path, message }] : []))
}

/** The server's own words for a field are for programs; ours is the sentence of the refusal. */
function refusedFields(refusal: Refused | null, at: string | undefined): FormError[] {
  if (!refusal) return []
  const { message, fields = [] } = refusal.answer
  return (at ? [at] : fields.map((field) => field.path)).map((path) => ({ path, message }))
}

const within = (name: string) => (error: FormError) => ({ ...error, path: `${name}.${error.path}` })
