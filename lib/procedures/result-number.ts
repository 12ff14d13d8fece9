import type { Answers } from '@/lib/procedures/answers'

export type NumberParts = {
  seq: number
  /** The letters of the solving province, or of the Ministry's department. */
  licenceSuffix: string
  /** YYYY-MM-DD */
  issuedOn: string
  answers: Answers
}

/**
 * The number of a result: `{seq:5}/{licence_suffix}-GPHĐ` → "00123/HNO-GPHĐ"; seq may grow longer.
 * `{year}`, `{yy}` and `{mm}` come from the date of issue; `{answer:device_class}` is an answer as it is kept.
 */
export function expandNumber(
  format: string,
  { seq, licenceSuffix, issuedOn, answers }: NumberParts,
): string {
  return format
    .replace(/\{seq(?::(\d+))?\}/g, (_, width?: string) =>
      String(seq).padStart(Number(width ?? 1), '0'),
    )
    .replace(/\{answer:([a-z0-9_]+)\}/g, (_, key: string) => String(answers[key] ?? ''))
    .replaceAll('{licence_suffix}', licenceSuffix)
    .replaceAll('{year}', issuedOn.slice(0, 4))
    .replaceAll('{yy}', issuedOn.slice(2, 4))
    .replaceAll('{mm}', issuedOn.slice(5, 7))
}

/** The answers that a number is written with: `device_class` of `PCB{answer:device_class}`. */
export function answersInNumber(format: string): string[] {
  return [...format.matchAll(/\{answer:([a-z0-9_]+)\}/g)].map(([, key]) => key ?? '')
}
