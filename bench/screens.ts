import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export type ScreenSize = { screen: string; files: number; script: Size; style: Size }
type Size = { gzip: number; brotli: number }

const WEB = new URL('../dist/web/', import.meta.url).pathname
/** The screen that opens at `/`, by the name of its file. */
const FIRST = /^(today|start)-page/

/** What a browser loads for the first screen, and what each later screen adds to it. */
export function measureScreens(): ScreenSize[] {
  if (!existsSync(join(WEB, 'index.html'))) return []
  const page = readFileSync(join(WEB, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '')
  const shell = closureOf(named)
  const lazy = lazyScreensOf([...shell])
  const start = lazy.find(({ name }) => FIRST.test(name))
  const first = start ? new Set([...shell, ...start.files]) : shell
  return [
    sizeOf(`first screen${start ? ` (shell and ${start.name})` : ''}`, first),
    ...lazy
      .filter((one) => one !== start)
      .map((one) => sizeOf(one.name, new Set([...one.files].filter((file) => !first.has(file))))),
  ].sort(
    (one, other) =>
      Number(other.screen.startsWith('first')) - Number(one.screen.startsWith('first')) ||
      other.script.gzip - one.script.gzip,
  )
}

/** The files with everything that they import at once. */
function closureOf(files: readonly string[]): Set<string> {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file) || !existsSync(join(WEB, file))) return
    found.add(file)
    if (file.endsWith('.js')) for (const one of importsOf(file)) visit(one)
  }
  for (const file of files) visit(file)
  return found
}

function importsOf(file: string): string[] {
  const code = readFileSync(join(WEB, file), 'utf8')
  const named = code.matchAll(/(?:\bimport|\bfrom)\s*["'](\.[^"']+\.js)["']/g)
  return [...named].map((match) => besides(file, match[1] ?? ''))
}

/** Screens that come when they are first opened; the bundler names each with the styles it needs. */
function lazyScreensOf(shell: string[]): { name: string; files: Set<string> }[] {
  const screens = new Map<string, Set<string>>()
  for (const file of shell.filter((one) => one.endsWith('.js'))) {
    const code = readFileSync(join(WEB, file), 'utf8')
    const listed = /m\.f\s*=\s*\[([^\]]*)\]/.exec(code)?.[1] ?? ''
    const dependencies = [...listed.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '')
    for (const [, target = '', places] of code.matchAll(
      /import\(\s*["'`](\.[^"'`]+\.js)["'`]\s*\)(?:[^;]{0,300}?__vite__mapDeps\(\[([\d,]*)\]\))?/g,
    )) {
      const own = besides(file, target)
      const styles = (places ?? '').split(',').flatMap((place) => dependencies[Number(place)] ?? [])
      const name = (own.split('/').at(-1) ?? own).replace(/-[\w-]{8}\.js$/, '')
      screens.set(name, closureOf([own, ...(places ? styles : [])]))
    }
  }
  return [...screens].map(([name, files]) => ({ name, files }))
}

function besides(file: string, target: string): string {
  return relative(WEB, join(WEB, dirname(file), target))
}

function sizeOf(screen: string, files: Set<string>): ScreenSize {
  const kind = (ending: string) => [...files].filter((file) => file.endsWith(ending)).map(weigh)
  return { screen, files: files.size, script: sum(kind('.js')), style: sum(kind('.css')) }
}

/** As the build has compressed it, and as it is where it was too small to gain. */
function weigh(file: string): Size {
  const sizeOfEither = (ending: string) => {
    const packed = join(WEB, file + ending)
    return statSync(existsSync(packed) ? packed : join(WEB, file)).size
  }
  return { gzip: sizeOfEither('.gz'), brotli: sizeOfEither('.br') }
}

function sum(sizes: Size[]): Size {
  return {
    gzip: sizes.reduce((total, one) => total + one.gzip, 0),
    brotli: sizes.reduce((total, one) => total + one.brotli, 0),
  }
}
