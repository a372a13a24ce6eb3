import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import reader from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { PdfSheet } from './pdf-sheet.tsx'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

GlobalWorkerOptions.workerSrc = reader

/** Beside the program: decoders that need no WebAssembly, which the content-security policy does not allow. */
const DECODERS = '/assets/pdf-decoders/'

type Props = { href: string; name: string; onBroken: () => void }

/** Every page of a .pdf, each drawn when it comes near. */
export function PdfPages({ href, name, onBroken }: Props) {
  const t = useWords(words)
  const [file, setFile] = useState<PDFDocumentProxy | null>(null)
  const tellBroken = useRef(onBroken)
  tellBroken.current = onBroken
  useEffect(() => {
    const task = getDocument({
      url: href,
      isEvalSupported: false,
      enableXfa: false,
      disableFontFace: true,
      disableRange: true,
      useWasm: false,
      wasmUrl: DECODERS,
      verbosity: 0,
    })
    let isLeft = false
    task.promise.then(
      (opened) => {
        if (!isLeft) setFile(opened)
      },
      () => {
        if (!isLeft) tellBroken.current()
      },
    )
    return () => {
      isLeft = true
      void task.destroy()
    }
  }, [href])
  if (!file) return <p>{t('pdf.loading')}</p>
  const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1)
  return numbers.map((page) => (
    <PdfSheet key={page} file={file} page={page} label={t('pdf.page', { name, page, of: file.numPages })} />
  ))
}
