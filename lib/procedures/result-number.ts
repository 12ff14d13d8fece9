export type NumberParts = { seq: number; licenceSuffix: string; year: number }

/** The number of a result: `{seq:5}/{licence_suffix}-GPHĐ` → "00123/HNO-GPHĐ"; seq may grow longer. */
export function expandNumber(format: string, { seq, licenceSuffix, year }: NumberParts): string {
  return format
    .replace(/\{seq(?::(\d+))?\}/g, (_, width?: string) =>
      String(seq).padStart(Number(width ?? 1), '0'),
    )
    .replaceAll('{licence_suffix}', licenceSuffix)
    .replaceAll('{year}', String(year))
}
