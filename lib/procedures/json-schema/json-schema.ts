/** A JSON Schema 2020-12; keywords of our own begin with `x-` and only inform. */
export type JsonSchema = { [keyword: string]: unknown }

export const DIALECT = 'https://json-schema.org/draft/2020-12/schema'
