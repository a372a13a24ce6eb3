import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as zod from 'zod'

const LATE = resolve('src/web/late.ts')
const LATER_ZOD = '\0later-zod'
const JSON_SCHEMA = /zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/
const MAKERS = [
  ...[
    'array',
    'boolean',
    'discriminatedUnion',
    'email',
    'enum',
    'int',
    'literal',
    'null',
    'number',
    'object',
    'record',
  ],
  ...['strictObject', 'string', 'tuple', 'union', 'unknown', 'url', 'uuid'],
]

/**
 * The screens carry every contract and ask hardly any schema of it: the server does. Making them all took a slow
 * computer a sixth of its start, so in the browser each is made when it is first asked (`src/web/late.ts`), and none
 * describes itself as JSON Schema.
 */
export function lateSchemas() {
  return {
    name: 'late-schemas',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) => (source === 'zod' && importer !== LATER_ZOD ? LATER_ZOD : null),
    load(id) {
      if (id === LATER_ZOD) return laterZod()
      return JSON_SCHEMA.test(id) ? describingNothing(id) : null
    },
  }
}

function laterZod() {
  const rest = Object.keys(zod).filter((name) => ![...MAKERS, 'coerce', 'iso', 'default', 'z'].includes(name))
  const late = (maker) => `/* @__PURE__ */ late(zod.${maker})`
  const spaces = [
    ['coerce', ['boolean', 'number', 'string']],
    ['iso', ['date', 'datetime', 'time']],
  ]
  return [
    `import * as zod from 'zod'`,
    `import { late } from ${JSON.stringify(LATE)}`,
    ...spaces.map(([space, makers]) => {
      const members = makers.map((maker) => `${maker}: ${late(`${space}.${maker}`)}`)
      return `export const ${space} = { ${members.join(', ')} }`
    }),
    ...MAKERS.map((maker) => `const later_${maker} = ${late(maker)}`),
    `export { ${MAKERS.map((maker) => `later_${maker} as ${maker}`).join(', ')} }`,
    `export { ${rest.join(', ')} } from 'zod'`,
  ].join('\n')
}

function describingNothing(id) {
  const named = readFileSync(id, 'utf8').matchAll(/^export (?:const|function|class) (\w+)/gm)
  // Each schema makes its own descriptions when it is made itself: they may be made, and describe nothing.
  return ['const none = () => none', ...[...named].map(([, name]) => `export const ${name} = none`)].join('\n')
}
