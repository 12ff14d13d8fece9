import { fault, type LintRule, type ProcedureIssue } from '@/lib/procedures/lint/issue'

const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu

/** The English of a text is English: not the same letters as the Vietnamese. */
export const translatedTexts: LintRule = ({ procedure }) => textFaults(procedure, '')

function textFaults(thing: unknown, place: string): ProcedureIssue[] {
  if (Array.isArray(thing)) {
    return thing.flatMap((item: unknown, i) => textFaults(item, `${place}.${keyOf(item) ?? i}`))
  }
  if (typeof thing !== 'object' || thing === null) return []
  if (isLocalText(thing)) return localFaults(thing, place.replace(/^\./, ''))
  return Object.entries(thing).flatMap(([key, item]: [string, unknown]) =>
    textFaults(item, `${place}.${key}`),
  )
}

function localFaults({ vi, en }: { vi: string; en: string }, place: string): ProcedureIssue[] {
  if (vi !== en || !VIETNAMESE.test(vi)) return []
  return [fault('not-translated', place, 'the English text is the Vietnamese one')]
}

function isLocalText(thing: object): thing is { vi: string; en: string } {
  return (
    'vi' in thing && 'en' in thing && typeof thing.vi === 'string' && typeof thing.en === 'string'
  )
}

function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('key' in item)) return undefined
  return typeof item.key === 'string' ? item.key : undefined
}
