import { z } from 'zod'
import { headingSchema, printText } from './print-text'

/** Whom a slip speaks to: persons and households are 'Ông/Bà', organisations 'Quý cơ quan, tổ chức'. */
export const addresseeSchema = z.object({
  form: z.enum(['person', 'organisation']),
  name: printText,
  address: printText,
  /** Masked, as on slip 01; '' when there is none. */
  phone: printText,
  email: printText,
})
export type Addressee = z.infer<typeof addresseeSchema>

/** The dossier a slip is about. */
export const slipDossierSchema = z.object({
  /** Before acceptance there is only the reference of the submission. */
  codeKind: z.enum(['dossier-code', 'submission-reference']),
  code: printText,
  /** Name of the procedure, its national code in brackets. */
  procedure: printText,
  /** Instant of submission, or of acceptance once there is one. */
  receivedAt: z.iso.datetime(),
})
export type SlipDossier = z.infer<typeof slipDossierSchema>

/** Whom to ask: the named officer of the solving agency. */
export const contactSchema = z.object({
  officer: printText,
  phone: printText,
  /** 'dichvucong.gov.vn', as people type it. */
  website: printText,
})
export type Contact = z.infer<typeof contactSchema>

/** The officer who signs for the desk. */
export const deskSignerSchema = z.object({ name: printText })

/** What every slip carries besides its own matter. */
export const slipFrame = {
  heading: headingSchema,
  /** The agency as it speaks of itself: 'Sở Y tế Hà Nội', 'Cục Quản lý Khám, chữa bệnh'. */
  agencyName: printText,
  dossier: slipDossierSchema,
  contact: contactSchema,
  /** Whole address where the dossier can be followed. */
  trackUrl: z.url(),
  /** Marks each page as a demonstration. */
  demo: z.boolean(),
}

/** What a letter carries that a leader signs, and that is numbered, dated and sealed afterwards. */
export const letterFrame = {
  ...slipFrame,
  addressee: addresseeSchema,
  signature: z.object({
    /** 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC': one entry per line. */
    capacityLines: z.array(printText).min(1),
    signerName: printText,
  }),
  /** 'Nơi nhận', without dashes and end marks; the last one is 'Lưu: VT, …'. */
  recipients: z.array(printText),
  /** Instant of the decision's snapshot; goes into the document's metadata. */
  preparedAt: z.iso.datetime(),
}
