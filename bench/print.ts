/** Columns as wide as what stands in them. */
export function table(rows: Record<string, string>[]): string {
  const names = Object.keys(rows[0] ?? {})
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const line = (cells: string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()
  return lines.map(line).join('\n')
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

export function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
