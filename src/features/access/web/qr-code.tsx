import qrcode from 'qrcode-generator'
import { useMemo } from 'react'
import classes from './qr-code.module.css'

/** Blank squares that a camera needs around the code. */
const QUIET = 4

/** The text as a square for the camera of a phone; black on white in every theme, as cameras want it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => draw(text), [text])
  const side = size + 2 * QUIET
  return (
    <svg
      className={classes.code}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className={classes.ground} x={-QUIET} y={-QUIET} width={side} height={side} />
      <path className={classes.squares} d={path} />
    </svg>
  )
}

function draw(text: string): { size: number; path: string } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const lines = Array.from({ length: size }, (_, index) => index)
  const dark = lines.flatMap((row) => lines.filter((column) => code.isDark(row, column)).map((column) => [column, row]))
  return { size, path: dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('') }
}
