import { z } from 'zod'

const daySchema = z.iso.date()
const instantSchema = z.iso.datetime({ offset: true })

const signatureSchema = z.object({
  /** As the certificate names the signer: a person, or an agency for its seal. */
  name: z.string(),
  /** Post or agency, where the certificate says it. */
  organisation: z.string().optional(),
  signedAt: instantSchema.optional(),
  state: z.enum(['valid', 'invalid', 'unknown']),
  coversWholeFile: z.boolean(),
})

const documentSchema = z.object({
  number: z.string(),
  type: z.string(),
  holder: z.string(),
  address: z.string().optional(),
  scope: z.string().optional(),
  issuer: z.string(),
  issuedOn: daySchema,
  /** Left out for a licence without expiry. */
  validUntil: daySchema.optional(),
  state: z.enum(['in-force', 'expired', 'suspended', 'revoked']),
  /** Since when it is no longer in force. */
  stateSince: daySchema.optional(),
})

/** The outcome of checking a licence, by its file or by its number; dates as texts, so that it travels. */
export const verificationSchema = z.object({
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
