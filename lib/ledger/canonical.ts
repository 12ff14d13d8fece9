/**
 * Canonical JSON: keys sorted, no blanks, NFC text, undefined left out. The same value always gives the
 * same bytes, so that a hash made today can be checked by another program in ten years (RFC 8785 in spirit;
 * numbers are integers here).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') return canonicalObject(Object.entries(value))
  throw new TypeError(`no canonical form for ${typeof value}`)
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('no canonical form for a number without end')
  return JSON.stringify(value)
}

function canonicalObject(entries: [string, unknown][]): string {
  const parts = entries
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => [key.normalize('NFC'), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
  return `{${parts.join(',')}}`
}
