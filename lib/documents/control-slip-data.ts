import { z } from 'zod'
import { printText } from './print-text'
import { deskSignerSchema, slipFrame } from './slip-parts'

/** One end of a hand-over: unit or agency, and the person. */
const partySchema = z.object({ unit: printText, person: printText })

const resultSchema = z.enum(['early', 'on-time', 'overdue'])

const handOverSchema = z.object({
  from: partySchema,
  to: partySchema,
  at: z.iso.datetime(),
  /** What was handed over or asked for. */
  what: printText,
  /** How the giver stood to the limit of the step; null where no limit ran. */
  result: resultSchema.nullable(),
  note: printText,
})

/** All that the control slip prints, from the record (form 06 of Circular 03/2025/TT-VPCP). */
export const controlSlipDataSchema = z.object({
  ...slipFrame,
  owner: printText,
  register: z.object({ book: printText, number: printText }),
  dueAt: z.iso.datetime().nullable(),
  solvingAgency: printText,
  coordinatingAgencies: z.array(printText),
  handOvers: z.array(handOverSchema).min(1),
  /** How the whole dossier ended; null while it is open. */
  result: resultSchema.nullable(),
  /** The state of the record that the slip shows. */
  issuedAt: z.iso.datetime(),
  signer: deskSignerSchema,
})

export type ControlSlipData = z.infer<typeof controlSlipDataSchema>
