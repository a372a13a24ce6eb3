import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { lateSchemas } from './scripts/late-schemas.mjs'
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

export default defineConfig({
  root: 'src/app/web',
  base: '/',
  plugins: [react(), pdfDecoders, lateSchemas(), noCircles(), screenFiles((path) => readFileSync(path, 'utf8'))],
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
