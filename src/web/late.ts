/** What makes one schema of another: it waits as well. Anything else that is asked of a schema makes it. */
const builders = new Set([
  ...[
    'and',
    'array',
    'brand',
    'catch',
    'check',
    'default',
    'describe',
    'exclude',
    'extend',
    'extract',
    'length',
    'max',
  ],
  ...[
    'meta',
    'min',
    'multipleOf',
    'nonempty',
    'nonnegative',
    'nullable',
    'nullish',
    'omit',
    'optional',
    'or',
    'partial',
  ],
  ...['pick', 'pipe', 'positive', 'readonly', 'refine', 'regex', 'strict', 'superRefine', 'transform', 'trim'],
])

/**
 * The same maker of schemas, whose schemas are made when they are first asked something and behave as if they had been
 * there from the beginning. Only what defines a schema may be put off so: what is wrong in it is told at the first use.
 */
export function late<Rest extends unknown[], Schema extends object>(
  make: (...rest: Rest) => Schema,
): (...rest: Rest) => Schema {
  return (...rest) => waiting(() => make(...rest))
}

function waiting<Schema extends object>(make: () => Schema): Schema {
  let schema: Schema | null = null
  const made = () => {
    schema ??= make()
    return schema
  }
  const handler: ProxyHandler<object> = {
    get(_, key) {
      if (typeof key === 'string' && builders.has(key))
        return (...rest: unknown[]) => waiting(() => call(made(), key, rest))
      const value = Reflect.get(made(), key)
      return typeof value === 'function' ? value.bind(made()) : value
    },
    has: (_, key) => Reflect.has(made(), key),
    getPrototypeOf: () => Reflect.getPrototypeOf(made()),
  }
  return new Proxy({}, handler) as Schema // whatever it is asked, the schema answers
}

function call(schema: object, key: PropertyKey, rest: unknown[]): object {
  return Reflect.apply(Reflect.get(schema, key), schema, rest)
}
