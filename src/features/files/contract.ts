import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { defineContract, FileAnswer } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'

/** The largest file that is taken; a scan of a long order is about a tenth of it. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

/** A kept file as other features show it. */
export const FileView = z.object({ id: idOf<'file'>(), name: z.string(), type: z.string(), size: z.int() })

export const filesContract = defineContract({
  openFile: {
    method: 'GET',
    path: '/files/:id/content',
    callers: readers,
    input: z.object({ id: idOf<'file'>() }),
    output: FileAnswer,
    download: true,
  },
})
