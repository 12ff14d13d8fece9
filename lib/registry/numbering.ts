/**
 * The number of a licence by its procedure's pattern, e.g. `{seq:5}/{licence_suffix}-GPHĐ` gives
 * 00123/HNO-GPHĐ (own series of specialised documents: Decree 30/2020 Art. 15.1.b).
 */
export function licenceNumber(
  format: string,
  { ordinal, suffix }: { ordinal: number; suffix: string },
): string {
  return format
    .replace(/\{seq:(\d)\}/, (_, digits: string) => String(ordinal).padStart(Number(digits), '0'))
    .replace('{licence_suffix}', suffix)
}
