import { schemaAnswer } from '@/app/api/v1/procedures/schema-answer'
import { definitionJsonSchema } from '@/lib/procedures/json-schema/definition-schema'

/** The shape of a procedure definition, so that other systems can read and write them. */
export function GET(): Response {
  return schemaAnswer(definitionJsonSchema())
}
