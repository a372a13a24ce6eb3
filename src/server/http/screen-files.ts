import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'

const ScreensSchema = z.array(z.object({ path: z.string(), scripts: z.array(z.string()), styles: z.array(z.string()) }))

/** For an address, the lines of the page's head by which the files of its screen come together with the shell's. */
export function screenLinksOf(file: string): (url: string) => string {
  if (!existsSync(file)) return () => ''
  const screens = ScreensSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).map(({ path, scripts, styles }) => ({
    parts: path.split('/'),
    links: [
      ...styles.map((style) => `<link rel="preload" as="style" crossorigin href="/${style}">`),
      ...scripts.map((script) => `<link rel="modulepreload" crossorigin href="/${script}">`),
    ].join('\n'),
  }))
  return (url) => {
    const asked = (url.split(/[?#]/)[0] ?? '').split('/')
    return screens.find(({ parts }) => isAt(parts, asked))?.links ?? ''
  }
}

function isAt(parts: string[], asked: string[]): boolean {
  return parts.length === asked.length && parts.every((part, place) => part.startsWith('$') || part === asked[place])
}
