import { z } from 'zod'
import raw from '@/lib/procedures/codelists/provinces.json' with { type: 'json' }
import { confidenceSchema, daySchema, localTextSchema } from '@/lib/procedures/shape/text'

const marked = (value: z.ZodString) => z.strictObject({ value, confidence: confidenceSchema })

const provinceSchema = z.strictObject({
  code: z.string().regex(/^\d{2}$/),
  label: localTextSchema,
  shortName: localTextSchema,
  type: z.enum(['city', 'province']),
  /** Labels of before, with the last day of their use; papers keep the one of their day. */
  formerLabels: z.array(z.strictObject({ until: daySchema, label: localTextSchema })).optional(),
  healthDepartment: z.strictObject({
    key: z.string().regex(/^syt-\d{2}$/),
    name: localTextSchema,
  }),
  /** Letters in the number of a licence: `00123/HNO-GPHĐ`. */
  licenceSuffix: marked(z.string().regex(/^[A-ZĐ]{2,5}$/)),
  /** Agency code of the province (QCVN 102:2016), and of its health department in dossier codes. */
  agencyCode: marked(z.string().regex(/^H\d{2}$/)),
  healthAgencyId: marked(z.string().regex(/^H\d{2}\.\d{2,3}$/)),
  mergedFrom: z.array(z.strictObject({ code: z.string(), name: z.string() })),
})
const fileSchema = z.strictObject({
  confidence: confidenceSchema,
  note: z.string(),
  provinces: z.array(provinceSchema).length(34),
})
export type Province = z.infer<typeof provinceSchema>

/** The 34 provinces and cities since 01/07/2025 with what a health department needs of them. */
export const PROVINCES: readonly Province[] = fileSchema.parse(raw).provinces

const byCode = new Map(PROVINCES.map((province) => [province.code, province]))

/** The province with this code of Decision 19/2025/QĐ-TTg, if there is one. */
export function findProvince(code: string): Province | undefined {
  return byCode.get(code)
}

/** The province whose health department has this agency key, as in `syt-01`. */
export function findProvinceOfAgency(agencyKey: string): Province | undefined {
  return PROVINCES.find((province) => province.healthDepartment.key === agencyKey)
}
