export type Block = {
  section: string
  language: string
  /** `run`, `until-stopped`, `unit`. */
  marks: string[]
  text: string
}

/** The fenced blocks of a page, in order, each with the section it stands in. */
export function blocksOf(page: string): Block[] {
  const blocks: Block[] = []
  let section = ''
  let open: Block | null = null
  for (const line of page.split('\n')) {
    const fence = /^```(\S*)\s*(.*)$/.exec(line)
    if (open && line === '```') {
      blocks.push(open)
      open = null
    } else if (open) open.text += `${line}\n`
    else if (fence) open = { section, language: fence[1] ?? '', marks: (fence[2] ?? '').split(' '), text: '' }
    else if (line.startsWith('## ')) section = line.slice(3)
  }
  return blocks
}
