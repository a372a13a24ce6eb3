export type SearchValues = Record<string, unknown>

/** The part of an address after «?», as plain text: `?state=late&school=a&school=b`. Several of a name are a list. */
export function readSearch(text: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  const params = new URLSearchParams(text)
  for (const name of new Set(params.keys())) {
    const all = params.getAll(name)
    values[name] = all.length > 1 ? all : (all[0] ?? '')
  }
  return values
}

/** The same back; what is empty is left out, so that an address says only what was chosen. */
export function writeSearch(values: SearchValues): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '' && one !== false) params.append(name, String(one))
    }
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}
