import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import classes from './pdf-sheet.module.css'

type Props = { file: PDFDocumentProxy; page: number; label: string }

/** Width to height of A4, until the page says its own. */
const A4 = 210 / 297

/** More dots than this a phone does not draw. */
const MOST_DOTS = 16_000_000

/** One page: drawn while it is near the window, let go of when it is far, so that a long scan fits into a phone. */
export function PdfSheet({ file, page, label }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [ratio, setRatio] = useState(A4)
  const size = useNearWidth(box)
  useEffect(() => {
    const target = canvas.current
    if (!target) return
    if (size === 0) {
      target.width = 0
      return
    }
    let task: RenderTask | null = null
    let isLeft = false
    const draw = async () => {
      const sheet = await file.getPage(page)
      const natural = sheet.getViewport({ scale: 1 })
      setRatio(natural.width / natural.height)
      const wanted = (size * window.devicePixelRatio) / natural.width
      const most = Math.sqrt(MOST_DOTS / (natural.width * natural.height))
      const viewport = sheet.getViewport({ scale: Math.min(wanted, most) })
      if (isLeft) return
      target.width = Math.round(viewport.width)
      target.height = Math.round(viewport.height)
      task = sheet.render({ canvas: target, viewport })
      await task.promise
    }
    draw().catch(() => undefined) // a page that was left while it was drawn; one that cannot be drawn stays white
    return () => {
      isLeft = true
      task?.cancel()
    }
  }, [file, page, size])
  return (
    <div ref={box} className={classes.sheet} style={{ aspectRatio: String(ratio) }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}

/** The width of an element while it is near the window, else nothing. */
function useNearWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element) return
    let isNear = false
    const measure = () => setWidth(isNear ? Math.round(element.clientWidth) : 0)
    const nearness = new IntersectionObserver(
      (entries) => {
        isNear = entries.at(-1)?.isIntersecting ?? false
        measure()
      },
      { rootMargin: '100% 0px' },
    )
    const resizing = new ResizeObserver(measure)
    nearness.observe(element)
    resizing.observe(element)
    return () => {
      nearness.disconnect()
      resizing.disconnect()
    }
  }, [box])
  return width
}
