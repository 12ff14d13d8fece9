import { z } from 'zod'

const daySchema = z.iso.date()
const instantSchema = z.iso.datetime({ offset: true })

const signatureSchema = z.object({
  /** As the certificate names the signer: a person, or an agency for its seal. */
  name: z.string(),
  role: z.enum(['leader', 'seal', 'desk', 'team-lead', 'attestation']).optional(),
  organisation: z.string().optional(),
  signedAt: instantSchema.optional(),
  coversWholeFile: z.boolean(),
})

const documentSchema = z.object({
  number: z.string(),
  holder: z.string(),
  issuer: z.string().optional(),
  issuedOn: daySchema.optional(),
  /** Null for a licence without expiry; left out when it is not known. */
  validUntil: daySchema.nullable().optional(),
  state: z.enum(['in-force', 'expired', 'suspended', 'revoked']),
  /** Number of the licence that stands in its place. */
  replacedBy: z.string().optional(),
  /** The lines of the licence as it is printed. */
  lines: z.array(z.object({ label: z.string(), value: z.string() })),
})

/** The outcome of checking a licence, by its file or by its number; dates as texts, so that it travels. */
export const verificationSchema = z.object({
  /** 'unknown' is for a number that no licence has. */
  verdict: z.enum(['valid', 'altered', 'not-ours', 'unreadable', 'unknown']),
  /** What the verdict rests on, in sentences. */
  reasons: z.array(z.string()),
  signatures: z.array(signatureSchema),
  document: documentSchema.optional(),
  checkedAt: instantSchema,
})

export type Verification = z.infer<typeof verificationSchema>
export type VerifiedSignature = z.infer<typeof signatureSchema>
export type VerifiedDocument = z.infer<typeof documentSchema>
export type VerificationSource = 'code' | 'file'
