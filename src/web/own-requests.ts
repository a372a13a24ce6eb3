const MOST_KEPT = 50
const own: string[] = []

/** Told by `send`: this window made that change and knows of it already. */
export function noteOwnRequest(id: string): void {
  own.push(id)
  if (own.length > MOST_KEPT) own.shift()
}

export function isOwnRequest(id: string): boolean {
  return own.includes(id)
}
