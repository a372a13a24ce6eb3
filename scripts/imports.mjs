import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

const COMMENT = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`
const STRING = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"`
const TEMPLATE = String.raw`${'`'}(?:\\[\s\S]|[^\\${'`'}])*${'`'}`
const STATIC = /(?:^|[;}])\s*(import|export)\b([^'"`;()=]*?)\s*['"]([^'"\n]+)['"]/gm
const DYNAMIC = /\bimport\s*\(\s*['"]([^'"\n]+)['"]/g

/**
 * Every source file under `src`: its path from the root, its lines, its text without comments, and whom it imports —
 * types too: `{ path }` in the house or `{ name }` of a package.
 */
export function readSources(root) {
  return listSources(root, 'src').map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const code = withoutComments(text)
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    return { path, lines, code, imports: importsOf(code).map((found) => resolveImport(root, path, found)) }
  })
}

function listSources(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return listSources(root, path)
    return /\.(tsx?|css)$/.test(entry.name) ? [path] : []
  })
}

/** Strings are kept whole, so that a `//` inside one is not taken for a comment. */
function withoutComments(text) {
  const pieces = new RegExp(`${COMMENT}|${TEMPLATE}|${STRING}`, 'g')
  return text.replace(pieces, (piece) => (piece.startsWith('/') ? ' ' : piece))
}

function importsOf(code) {
  const plain = code.replace(new RegExp(`${STRING}|${TEMPLATE}`, 'g'), (piece) =>
    piece.startsWith('`') ? '``' : piece,
  )
  const fixed = [...plain.matchAll(STATIC)]
    // `export const name = 'text'` has no `from`; `import 'styles.css'` needs none
    .filter(([, keyword, between]) => /\bfrom$/.test(between.trim()) || (keyword === 'import' && between.trim() === ''))
    .map(([, keyword, , target]) => ({ target, isReExport: keyword === 'export' }))
  const late = [...plain.matchAll(DYNAMIC)].map(([, target]) => ({ target, isReExport: false }))
  return [...fixed, ...late]
}

function resolveImport(root, from, { target, isReExport }) {
  if (!target.startsWith('.')) return { name: target, isReExport }
  const path = posix.normalize(posix.join(dirname(from), target.replace(/\?.*$/, '')))
  return { path, isReExport, isMissing: !existsSync(join(root, path)) || !/\.\w+$/.test(path) }
}
