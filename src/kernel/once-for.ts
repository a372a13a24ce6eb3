type Kept<Key, Value> = { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown }

/** What was made for this key, or what is made for it now and kept. */
export function onceFor<Key, Value>(map: Kept<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
