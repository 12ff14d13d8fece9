import { z } from 'zod'
import { headingSchema, printText } from './print-text'

const tableSchema = z.object({
  title: printText,
  columns: z
    .array(
      z.object({
        head: printText,
        /** Share of the table's width. */
        share: z.number().positive(),
        align: z.enum(['left', 'centre']).optional(),
      }),
    )
    .min(1),
  rows: z.array(z.array(printText)),
})

/** All that a licence prints, as it is kept with the decision: the same data give the same bytes. */
export const licenceDataSchema = z.object({
  heading: headingSchema,
  /** Lines parted by '\n': 'GIẤY PHÉP HOẠT ĐỘNG\nKHÁM BỆNH, CHỮA BỆNH'. */
  title: printText,
  /** A decision stands in articles after 'QUYẾT ĐỊNH:'; what has no layout is a certificate. */
  layout: z.enum(['certificate', 'decision']).optional(),
  /** Legal bases in order, each with its own end mark: 'Căn cứ Luật …;'. */
  bases: z.array(printText),
  /** 'GIÁM ĐỐC SỞ Y TẾ CẤP GIẤY PHÉP' */
  authorityLine: printText,
  /** Numbered 1, 2, … in a certificate; in a decision the label is the article. '\n' starts a new line. */
  fields: z.array(z.object({ label: printText, value: printText })).min(1),
  signature: z.object({
    /** 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC': one entry per line. */
    capacityLines: z.array(printText).min(1),
    signerName: printText,
  }),
  /** 'Nơi nhận', without dashes and end marks; the last one is 'Lưu: VT, …'. */
  recipients: z.array(printText),
  /** Whole address that the QR symbol opens; holds the code. */
  verifyUrl: z.url(),
  verifyCode: printText,
  /** Machine name of the kind of result: 'gphd'. */
  documentKind: z.string().min(1),
  dossierCode: printText,
  /** Instant of the decision's snapshot; goes into the document's metadata. */
  preparedAt: z.iso.datetime(),
  /** Marks each page as a demonstration. */
  demo: z.boolean(),
  /** Table on pages of its own after the signature. */
  annex: tableSchema.optional(),
})

export type LicenceData = z.infer<typeof licenceDataSchema>
