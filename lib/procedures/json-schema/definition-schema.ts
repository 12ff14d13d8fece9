import { z } from 'zod'
import type { JsonSchema } from '@/lib/procedures/json-schema/json-schema'
import { procedureSchema } from '@/lib/procedures/procedure'
import { conditionSchema } from '@/lib/procedures/shape/condition'
import { columnSchema, fieldSchema, sectionSchema } from '@/lib/procedures/shape/field'
import { paperSchema } from '@/lib/procedures/shape/paper'
import { crossRuleSchema } from '@/lib/procedures/shape/rule'
import {
  confidenceSchema,
  daySchema,
  keySchema,
  localTextSchema,
} from '@/lib/procedures/shape/text'

/** The parts that a reader of the schema looks up by name; each stands once, under `$defs`. */
const NAMED = {
  key: keySchema,
  'local-text': localTextSchema,
  day: daySchema,
  confidence: confidenceSchema,
  condition: conditionSchema,
  paper: paperSchema,
  column: columnSchema,
  field: fieldSchema,
  section: sectionSchema,
  rule: crossRuleSchema,
} as const

/**
 * The shape of a procedure definition as JSON Schema 2020-12, made from the very schema that reads
 * definitions. It says what a file may hold; what its parts must mean together (names that exist,
 * values somebody can give) is what `npm run procedures:check` says on top of it.
 */
export function definitionJsonSchema(): JsonSchema {
  const names = z.registry<{ id?: string; title?: string }>()
  for (const [id, schema] of Object.entries(NAMED)) names.add(schema, { id })
  names.add(procedureSchema, { title: 'Procedure of Một Cửa Y Tế' })
  return { ...z.toJSONSchema(procedureSchema, { metadata: names, io: 'input' }) }
}
