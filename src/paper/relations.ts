import type { Archive } from './unzip.ts'
import { walkXml } from './xml.ts'

/** Parts by the last word of their relation's type. Whatever points outside the file is not followed. */
export function relations(archive: Archive, part: string): Map<string, string> {
  return new Map(relationsOf(archive, part).map(({ type, target }) => [type, target]))
}

type Relation = { id: string; type: string; target: string }

/** The parts that a part of an office file names, in its order. */
export function relationsOf(archive: Archive, part: string): Relation[] {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`
  const found: Relation[] = []
  if (!archive.has(name)) return found
  walkXml(archive.read(name), {
    open(element, { Id = '', Type = '', Target = '', TargetMode }) {
      if (element !== 'rel:Relationship' || TargetMode === 'External') return
      const type = Type.slice(Type.lastIndexOf('/') + 1)
      found.push({ id: Id, type, target: Target.startsWith('/') ? Target.slice(1) : folder + Target })
    },
    close() {},
    text() {},
  })
  return found
}
