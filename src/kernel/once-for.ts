type Kept<Key, Value> = { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown }

/** What was made for this key, or what is made for it now and kept. */
export function onceFor<Key, Value>(map: Kept<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  return keep(map, key, make())
}

/** The value, kept under this key: after `??`, where a `make` for each of thousands of looks would have to be swept up. */
export function keep<Key, Value>(map: Kept<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value)
  return value
}
