import { z } from 'zod'
import { conditionSchema } from '@/lib/procedures/shape/condition'
import { confidenceSchema, keySchema, localTextSchema } from '@/lib/procedures/shape/text'

export const fileKindSchema = z.enum(['pdf', 'jpeg', 'png', 'xlsx', 'csv'])
export type FileKind = z.infer<typeof fileKindSchema>

const common = {
  key: keySchema,
  name: localTextSchema,
  help: localTextSchema.optional(),
  /** The printed form of the decree, if it has one: "Mẫu 08 PL II". */
  form: z.string().optional(),
  requirement: z.enum(['mandatory', 'conditional', 'optional']),
  /** Asked when this holds; must be given when the requirement is conditional. */
  requiredWhen: conditionSchema.optional(),
  /** Not asked when this holds, e.g. when a register already knows it (Decree 118/2025 Art. 17). */
  waivedWhen: conditionSchema.optional(),
  waivedReason: localTextSchema.optional(),
  basis: keySchema.optional(),
  confidence: confidenceSchema,
}

const uploadPaper = z.strictObject({
  ...common,
  source: z.literal('upload'),
  kind: z.enum(['original', 'copy', 'valid_copy', 'certified_copy', 'legalised']),
  accept: z.array(fileKindSchema).min(1),
  maxSizeMb: z.number().positive().max(100),
  maxFiles: z.int().positive().max(50),
  /** The register of the State that holds it; it is then waived when known, or asked for a reason. */
  heldBy: keySchema.optional(),
  askedBecause: localTextSchema.optional(),
  /** What kind of document it is, whichever procedure asks for it: a key of the document types. */
  documentType: keySchema.optional(),
  /** Shown beside the upload: what the officer checks on this paper. */
  lookFor: z.array(localTextSchema).min(1),
})
/** Made by the portal from the answers of these sections; never asked as an upload. */
const eformPaper = z.strictObject({
  ...common,
  source: z.literal('eform'),
  sections: z.array(keySchema).min(1),
})
/** Read from a national register by the officer; nothing is asked. */
const registryPaper = z.strictObject({
  ...common,
  source: z.literal('registry'),
  registry: z.string().min(1),
})

/** One component of the dossier (thành phần hồ sơ). */
export const paperSchema = z.discriminatedUnion('source', [uploadPaper, eformPaper, registryPaper])
export type Paper = z.infer<typeof paperSchema>
export type UploadPaper = Extract<Paper, { source: 'upload' }>
