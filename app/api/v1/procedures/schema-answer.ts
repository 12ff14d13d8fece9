import type { JsonSchema } from '@/lib/procedures/json-schema/json-schema'

/** A schema under its own media type; the bounds of dates in it are those of today. */
export function schemaAnswer(schema: JsonSchema): Response {
  return Response.json(schema, {
    headers: {
      'content-type': 'application/schema+json; charset=utf-8',
      'cache-control': 'public, max-age=300',
    },
  })
}
