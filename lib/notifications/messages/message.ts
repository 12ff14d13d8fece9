import { z } from 'zod'

export type Locale = 'vi' | 'en'

/** Parameters as the database keeps them: text only, moments as ISO 8601, an absent one empty. */
export type Params = Record<string, string>

/** What one message says. The text message goes without links, names and diacritics. */
export type MessageText = {
  subject: string
  /** One line for the inbox of the portal. */
  inbox: string
  sms: string
  paragraphs: string[]
  /** What the reader should do next, one thing a line. */
  next: string[]
}

const moment = z.iso.datetime()
const momentOrNone = moment.or(z.literal(''))
export const amountOrNone = z.string().regex(/^\d*$/)

/**
 * What every notice of a status states: the agency, who received and who handles the dossier, and
 * when it was received, taken up and is due (Decree 224/2026 Art. 15.1.g).
 */
export const statusParams = z.strictObject({
  dossierId: z.uuid(),
  at: moment,
  reference: z.string(),
  dossierCode: z.string(),
  procedureVi: z.string(),
  procedureEn: z.string(),
  agencyVi: z.string(),
  agencyEn: z.string(),
  deskVi: z.string(),
  deskEn: z.string(),
  agencyPhone: z.string(),
  agencyEmail: z.string(),
  addressee: z.enum(['person', 'organisation']),
  addresseeName: z.string(),
  receivedBy: z.string(),
  handledBy: z.string(),
  submittedAt: momentOrNone,
  receivedAt: momentOrNone,
  handledAt: momentOrNone,
  acceptanceDueAt: momentOrNone,
  appraisalDueAt: momentOrNone,
  issueDueAt: momentOrNone,
  /** When the dossier was closed: the result issued, or the dossier refused. */
  endedAt: momentOrNone,
})
export type StatusParams = z.infer<typeof statusParams>

/** A kind of message: the shape of its parameters, and its words in both languages. */
export type Message = { words: (params: Params, locale: Locale) => MessageText }

/** Makes a message of the parameters that it needs beside the status, and its two texts. */
export function message<Shape extends z.ZodRawShape>(definition: {
  params: Shape
  vi: (params: StatusParams & z.infer<z.ZodObject<Shape>>) => MessageText
  en: (params: StatusParams & z.infer<z.ZodObject<Shape>>) => MessageText
}): Message {
  const schema = z.intersection(statusParams.loose(), z.object(definition.params))
  return {
    words: (params, locale) => definition[locale](schema.parse(params)),
  }
}

/** The code by which people know the dossier: the reference until the desk gives its own. */
export function codeOf({ dossierCode, reference }: StatusParams): string {
  return dossierCode || reference
}

/** How letters address the reader in Vietnamese. */
export function youOf({ addressee }: StatusParams): string {
  return addressee === 'organisation' ? 'Quý cơ quan, tổ chức' : 'Ông/Bà'
}
