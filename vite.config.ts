import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { noCircles } from './scripts/no-circles.mjs'
import { screenFiles } from './scripts/screen-files.mjs'

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

const JSON_SCHEMA = /zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/

/** Schemas of zod carry what describes them as JSON Schema; only the server does that. */
const noJsonSchema: Plugin = {
  name: 'no-json-schema',
  apply: 'build',
  load(id) {
    if (!JSON_SCHEMA.test(id)) return null
    const named = readFileSync(id, 'utf8').matchAll(/^export (?:const|function|class) (\w+)/gm)
    // Each schema makes its own descriptions when it is made itself: they may be made, and describe nothing.
    return ['const none = () => none', ...[...named].map(([, name]) => `export const ${name} = none`)].join('\n')
  },
}

export default defineConfig({
  root: 'src/app/web',
  base: '/',
  plugins: [react(), pdfDecoders, noJsonSchema, noCircles(), screenFiles((path) => readFileSync(path, 'utf8'))],
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
          ],
        },
      },
    },
  },
})
