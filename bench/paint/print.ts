import { kilobytes, percent, table } from '../print.ts'
import type { Paint, ScreenPaint } from './measure.ts'

/** The aims stand in the heads: the largest paint at the first visit and the second, and what moves by itself. */
export function paintLines({ screens, scroll }: Paint): string[] {
  const { frames, slow, longest } = scroll
  return [
    `Largest paint, processor 4 times as slow, 1.6 Mbit/s, 150 ms\n${table(screens.map(line))}`,
    `Matrix of 900 × 20 under the wheel: ${frames} frames, ${percent(slow)} longer than 50 ms, the longest ${longest.toFixed(0)} ms`,
  ]
}

function line({ screen, first, second, shifts, carried, noise }: ScreenPaint) {
  return {
    screen,
    'first, s (≤ 2.5)': (first / 1000).toFixed(2),
    'second, s (≤ 1)': (second / 1000).toFixed(2),
    'shifts (≤ 0.02)': shifts.toFixed(3),
    'carried, KB': kilobytes(carried * 1024),
    noise: percent(noise),
  }
}
