const LONGEST_VALUE = 500
const MOST_FIELDS = 60

/**
 * A text or a set of fields as it can be stored: without the characters that PostgreSQL refuses, and
 * cut short, since anybody may write to the notice's address.
 */
export function storable(text: string): string
export function storable(fields: Record<string, string>): Record<string, string>
export function storable(value: string | Record<string, string>): string | Record<string, string> {
  if (typeof value === 'string') return value.replaceAll('\0', '').slice(0, LONGEST_VALUE)
  const fields = Object.entries(value).slice(0, MOST_FIELDS)
  return Object.fromEntries(fields.map(([name, text]) => [storable(name), storable(text)]))
}
