import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const here = new URL('.', import.meta.url)
const css = readFileSync(new URL('tokens.css', here), 'utf8')

const light = tokensIn(':root {\n  --ink')
const dark = tokensIn(':root[data-mantine-color-scheme="dark"] {')

const tones = ['late', 'soon', 'running', 'waiting', 'done', 'quiet', 'accent']
const onPlain = ['ink', 'ink-soft', 'accent', 'accent-strong', 'late', 'soon', 'running', 'waiting', 'done', 'quiet']

const textPairs = [
  ...onPlain.flatMap((text) => ['paper', 'ground', 'hover'].map((under) => [text, under] as const)),
  ...tones.flatMap((tone) => [[tone, `${tone}-tint`] as const, ['ink', `${tone}-tint`] as const]),
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-strong'] as const,
]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, tokens) => {
  test.each(textPairs)('%s is readable on %s', (text, under) => {
    expect(contrast(tokens, text, under)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['paper', 'ground'])('the edge of a control is seen on %s', (under) => {
    expect(contrast(tokens, 'line-strong', under)).toBeGreaterThanOrEqual(3)
  })
})

test('a colour stands in the tokens and nowhere else', () => {
  const roots = [here, new URL('../app/web/', here)]
  const files = roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(css|tsx?)$/.test(name) && !name.endsWith('tokens.css') && !name.endsWith('.test.ts'))
      .map((name) => new URL(name, root)),
  )
  const guilty = files.filter((file) => /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl\(/i.test(readFileSync(file, 'utf8')))
  expect(guilty.map(String)).toEqual([])
})

function tokensIn(head: string): Map<string, string> {
  const from = css.indexOf(head)
  const block = css.slice(from, css.indexOf('}', from))
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1] ?? '', found[2] ?? '']))
}

function contrast(tokens: Map<string, string>, one: string, other: string): number {
  const [a, b] = [luminance(tokens.get(one)), luminance(tokens.get(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('no such colour')
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
