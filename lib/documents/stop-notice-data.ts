import { z } from 'zod'
import { printText } from './print-text'
import { letterFrame } from './slip-parts'

const fee = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.enum(['refund-requested', 'kept']),
    /** '4.300.000 đồng' */
    amount: printText,
    /** Legal ground of giving back or keeping it. */
    clause: printText,
  }),
])

/** All that the stop notice prints (form 05 of Circular 03/2025/TT-VPCP; Decree 118/2025, Art. 21). */
export const stopNoticeDataSchema = z.object({
  ...letterFrame,
  owner: printText,
  dueAt: z.iso.datetime().nullable(),
  request: z.object({
    /** Who asked, when, and by which way. */
    by: printText,
    at: z.iso.datetime(),
    channel: z.enum(['online', 'counter', 'post']),
    /** '' when none was given; the law asks for none. */
    reason: printText,
  }),
  /** Step that the dossier had reached: 'Thẩm định hồ sơ'. */
  stageReached: printText,
  /** Papers given back; empty where nothing was handed in on paper. */
  papersReturned: z.array(printText),
  fee,
})

export type StopNoticeData = z.infer<typeof stopNoticeDataSchema>
