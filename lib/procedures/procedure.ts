import { z } from 'zod'
import { conditionSchema } from '@/lib/procedures/shape/condition'
import { feeRulesSchema } from '@/lib/procedures/shape/fee'
import { sectionSchema } from '@/lib/procedures/shape/field'
import { paperSchema } from '@/lib/procedures/shape/paper'
import {
  checklistItemSchema,
  clauseSchema,
  clockSchema,
  processSchema,
  reasonSchema,
  stepSchema,
  supplementSchema,
} from '@/lib/procedures/shape/process'
import { resultSchema } from '@/lib/procedures/shape/result'
import { crossRuleSchema } from '@/lib/procedures/shape/rule'
import {
  confidenceSchema,
  daySchema,
  keySchema,
  localTextSchema,
} from '@/lib/procedures/shape/text'

const authoritySchema = z.strictObject({
  level: z.enum(['ministry', 'province', 'commune']),
  /** Key of the solving agency; `{province}` is the code of the province, as in `syt-{province}`. */
  agencyKey: z.string().regex(/^[a-z]+(-\{province\}|-[a-z0-9-]+)?$/),
  /** The address field whose province decides the agency. */
  agencyField: z.string().optional(),
  name: localTextSchema,
  signer: localTextSchema,
  division: localTextSchema.optional(),
  exceptions: z.array(
    z.strictObject({ agencyKey: z.string(), when: localTextSchema, confidence: confidenceSchema }),
  ),
  confidence: confidenceSchema,
})

const applicantSchema = z.strictObject({
  type: z.enum(['organisation', 'household', 'individual']),
  text: localTextSchema,
})

const legalBasisSchema = z.strictObject({
  number: z.string().min(1),
  title: z.string().min(1),
  articles: z.string().nullable(),
  effectiveFrom: daySchema,
  effectiveTo: daySchema.nullable(),
  status: z.enum(['in_force', 'partly_in_force', 'expired', 'not_yet']),
  confidence: confidenceSchema,
})
export type LegalBasis = z.infer<typeof legalBasisSchema>

const serviceLevelSchema = z.strictObject({
  scope: z.enum(['full', 'partial', 'information']),
  legacyLevel: z.int().min(1).max(4),
  onSiteInspection: z.boolean(),
  /** Decree 224/2026 Art. 14: what is not full online must publish its reason and clause. */
  partialReason: z.strictObject({ text: localTextSchema, basis: keySchema }).optional(),
  confidence: confidenceSchema,
})

/**
 * Whether a dossier may be filed with another agency than the competent one, which passes it on (Decree
 * 118/2025 Art. 20); with the reason that the page of the procedure shows.
 */
const filingElsewhereSchema = z.strictObject({
  allowed: z.boolean(),
  reason: localTextSchema,
  basis: keySchema,
})

/** A value that follows from answers, so that nothing is asked twice; conditions may use its key. */
const derivedSchema = z.strictObject({
  key: keySchema,
  label: localTextSchema,
  /** The code list in which the value is found, for its description. */
  list: keySchema.optional(),
  /** Under which name it is known to other procedures, as an answer is by `prefillFrom`. */
  knownAs: z.string().optional(),
  cases: z
    .array(
      z.union([
        z.strictObject({ when: conditionSchema, value: z.string() }),
        z.strictObject({ when: conditionSchema, field: z.string() }),
      ]),
    )
    .min(1),
})
export type Derived = z.infer<typeof derivedSchema>

/** The shape of one procedure of the catalogue: all of it is data, nothing of it is code. */
export const procedureSchema = z.strictObject({
  key: keySchema,
  nationalCode: z.strictObject({
    value: z
      .string()
      .regex(/^([123]\.\d{6}|[A-Z]{3}(-[A-Z0-9]+)+)$/)
      .nullable(),
    confidence: confidenceSchema,
    note: z.string().optional(),
  }),
  name: localTextSchema,
  shortName: localTextSchema,
  summary: localTextSchema,
  fieldGroup: keySchema,
  action: keySchema,
  subject: z.enum(['facility', 'person', 'product', 'organisation']),
  /** Templates of the results that it changes, replaces or builds on: it begins from one of them. */
  concerns: z.array(keySchema).min(1).optional(),
  /** Everyday words people search by, beyond the name. */
  searchWords: z.array(z.string().min(1)),
  authority: authoritySchema,
  applicants: z.array(applicantSchema).min(1),
  legalBasis: z.array(legalBasisSchema).min(1),
  serviceLevel: serviceLevelSchema,
  /** Without it nobody has opened the procedure to it. */
  filingElsewhere: filingElsewhereSchema.optional(),
  effective: z.strictObject({
    from: daySchema,
    to: daySchema.nullable(),
    note: localTextSchema.optional(),
  }),
  clocks: z.array(clockSchema).min(1),
  supplement: supplementSchema,
  money: feeRulesSchema,
  setsNote: localTextSchema,
  papers: z.array(paperSchema).min(1),
  sections: z.array(sectionSchema).min(1),
  derived: z.array(derivedSchema),
  rules: z.array(crossRuleSchema),
  /** The clause by which an opinion that does not come counts as consent; without it silence says nothing. */
  silenceIsConsent: keySchema.optional(),
  steps: z.array(stepSchema).min(1),
  /** The decision that approves this process (TT 01/2018 Art. 8). */
  process: processSchema.optional(),
  clauses: z.array(clauseSchema),
  reasons: z.array(reasonSchema),
  checklist: z.array(checklistItemSchema),
  conditions: z.array(z.strictObject({ text: localTextSchema, basis: keySchema.nullable() })),
  result: resultSchema,
  revocation: z.array(
    z.strictObject({ key: keySchema, text: localTextSchema, confidence: confidenceSchema }),
  ),
  notes: z.array(localTextSchema),
})

/** A procedure that has passed `parseProcedure`; nothing else in the house builds one. */
export type Procedure = z.infer<typeof procedureSchema>
