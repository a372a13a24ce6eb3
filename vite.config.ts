import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { lateSchemas } from './scripts/late-schemas.mjs'
import { noCircles } from './scripts/no-circles.mjs'
import { screenFiles } from './scripts/screen-files.mjs'
import { sharedFile } from './scripts/shared-files.mjs'

/** Where a day is spent: what two of them share comes in one file. */
const MAIN_SCREENS = ['start-page.tsx', 'tasks-screen.tsx', 'matrix-screen.tsx', 'plan-page.tsx']
const OURS = /[\\/]src[\\/](?!.*node_modules)/

const DECODER = 'openjpeg_nowasm_fallback.js'

/** The reader of .pdf asks for this decoder by its name, where WebAssembly is not allowed. */
const pdfDecoders: Plugin = {
  name: 'pdf-decoders',
  apply: 'build',
  generateBundle() {
    const source = readFileSync(`node_modules/pdfjs-dist/wasm/${DECODER}`, 'utf8')
    this.emitFile({ type: 'asset', fileName: `assets/pdf-decoders/${DECODER}`, source })
  },
}

/**
 * What every screen runs at once is compiled beside the page, not in the page when it is first called
 * (v8.dev/blog/explicit-compile-hints). What it gains is in docs/figures.md: little.
 */
const calledOnLoad: Plugin = {
  name: 'called-on-load',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, files) {
      const common = Object.values(files).filter(
        (file) => file.type === 'chunk' && (file.isEntry || file.name === 'frequent'),
      )
      if (common.length !== 2) this.error('the files that every screen runs are no longer two: shell and frequent')
      for (const file of common) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`
    },
  },
}

export default defineConfig({
  root: 'src/app/web',
  base: '/',
  plugins: [
    react(),
    pdfDecoders,
    lateSchemas(),
    noCircles(),
    screenFiles((path) => readFileSync(path, 'utf8')),
    calledOnLoad,
  ],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'chrome100',
    assetsInlineLimit: 0, // the content-security policy allows no data: addresses
    modulePreload: { polyfill: false },
    cssCodeSplit: true,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Over a weak link each file costs a wait of its own: what several screens share comes in few files.
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'], priority: 2 },
            { name: 'frequent', minShareCount: 16, priority: 1 },
            { name: sharedFile(MAIN_SCREENS), test: OURS, minShareCount: 2 },
            { name: 'icons', test: /@tabler/, minShareCount: 2 },
          ],
        },
      },
    },
  },
})
