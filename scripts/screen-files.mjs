import { dirname, resolve } from 'node:path'

const SCREENS = 'src/app/web/screens.ts'
/** `screen('/tasks', () => import('./tasks-screen.tsx'), 'TasksScreen')` */
const SCREEN = /\bscreen\(\s*'([^']+)',\s*\(\) => import\('([^']+)'\)/g

/**
 * Writes beside the page which files each screen needs beyond those that the page names itself (`screens.json`): the
 * server names them in the page, so that they come together with the shell and not after it has run.
 */
export function screenFiles(readFile) {
  return {
    name: 'screen-files',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk')
      const named = closureOf(chunks.filter(({ isEntry }) => isEntry))
      const screens = [...readFile(SCREENS).matchAll(SCREEN)].flatMap(([, path, target]) => {
        const source = resolve(dirname(SCREENS), target)
        const own = chunks.find(({ facadeModuleId }) => facadeModuleId === source)
        if (!own) return []
        const files = [...closureOf([own])].filter((chunk) => !named.has(chunk))
        const styles = new Set(files.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))
        return [{ path, scripts: files.map(({ fileName }) => fileName), styles: [...styles] }]
      })
      this.emitFile({ type: 'asset', fileName: 'screens.json', source: JSON.stringify(screens) })

      function closureOf(begun) {
        const found = new Set()
        const visit = (chunk) => {
          if (!chunk || found.has(chunk)) return
          found.add(chunk)
          for (const name of chunk.imports) visit(bundle[name])
        }
        for (const chunk of begun) visit(chunk)
        return found
      }
    },
  }
}
