import { z } from 'zod'
import { headingSchema, printText } from './print-text'
import { slipDossierSchema } from './slip-parts'

const conclusionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pass') }),
  z.object({
    kind: z.literal('pass-with-corrections'),
    corrections: z.array(printText).min(1),
    /** Last day to put them right; null where the law sets none. */
    dueDay: z.iso.date().nullable(),
  }),
  z.object({ kind: z.literal('fail'), reason: printText }),
])

/** All that the minutes of a site inspection print. */
export const inspectionMinutesDataSchema = z.object({
  heading: headingSchema,
  agencyName: printText,
  /** '' when minutes are not numbered. */
  number: printText,
  /** After 'Về việc': 'thẩm định điều kiện cấp giấy phép hoạt động' */
  subject: printText,
  /** Legal bases in order, each with its own end mark. */
  bases: z.array(printText).min(1),
  dossier: slipDossierSchema,
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  place: printText,
  team: z
    .array(
      z.object({
        part: z.enum(['lead', 'member', 'secretary']),
        name: printText,
        /** Position and unit. */
        title: printText,
      }),
    )
    .refine((members) => members.filter(({ part }) => part === 'lead').length === 1, 'one-lead'),
  facility: z.object({
    name: printText,
    address: printText,
    representatives: z.array(z.object({ name: printText, title: printText })).min(1),
  }),
  checklist: z.array(
    z.object({
      item: printText,
      clause: printText,
      verdict: z.enum(['met', 'not-met', 'not-applicable']),
      note: printText,
    }),
  ),
  /** File names of the photos that belong to the minutes, each with what it shows ('' for none). */
  photos: z.array(z.object({ name: printText, caption: printText })),
  /** What the team adds in words; '' for nothing. */
  summary: printText,
  conclusion: conclusionSchema,
  /** What the facility's side says; '' for no remark. */
  facilityStatement: printText,
  /** Instant of the snapshot; goes into the document's metadata. */
  preparedAt: z.iso.datetime(),
  demo: z.boolean(),
})

export type InspectionMinutesData = z.infer<typeof inspectionMinutesDataSchema>
