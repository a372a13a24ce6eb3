import * as z from 'zod'
import { readers } from './actor.ts'
import { defineContract } from './contract.ts'

/** An upload that says at which byte it goes on may be cut off and continued under the same repeat key. */
export const UPLOAD_OFFSET = 'upload-offset'

/** How many bytes the whole file has, said with every piece of it. */
export const UPLOAD_LENGTH = 'upload-length'

export const uploadContract = defineContract({
  /** How many bytes of the file sent under this repeat key have arrived: from there on it is continued. */
  findUpload: {
    method: 'GET',
    path: '/uploads',
    callers: readers,
    input: z.object({ key: z.string().min(8).max(80) }),
    output: z.object({ size: z.int() }),
  },
})
