import { sliceForSection } from '@/components/form/section-slice'
import type { Locale } from '@/components/messages/locale'
import type { Answers } from '@/lib/procedures/answers'
import type { CodeList } from '@/lib/procedures/code-list'
import type { Novelty } from '@/lib/procedures/definition-news'
import type { CodeLists, Facts, FormRules } from '@/lib/procedures/form-rules'
import type { Origin } from '@/lib/procedures/known-values'
import type { Procedure } from '@/lib/procedures/procedure'
import { isRecord } from '@/lib/procedures/read/reading'
import type { Column, Field } from '@/lib/procedures/shape/field'

export type UnitOption = { value: string; label: string }

/** What the browser is given to show and judge one section: no more than that section needs. */
export type SectionPayload = {
  locale: Locale
  sectionKey: string
  procedure: Procedure
  facts: Facts
  /** Answers of other sections that conditions of this one look at. */
  before: Answers
  lists: Readonly<Record<string, CodeList>>
  provinces: UnitOption[]
  /** Where the first value of a question came from, while it still stands. */
  origins: Readonly<Record<string, Origin>>
  /** What is often wrong here, in words, by the name of the question. */
  often?: Readonly<Record<string, string>>
  /** Questions that a newer version of the form asks, or asks otherwise, since the draft was begun. */
  novelties?: Readonly<Record<string, Novelty>>
  /** Communes of the provinces that stand in the boxes; the others are fetched when chosen. */
  communes: Readonly<Record<string, UnitOption[]>>
}

type Source = { rules: FormRules; answers: Answers; locale: Locale }
type Extras = Pick<SectionPayload, 'provinces' | 'communes' | 'origins' | 'often' | 'novelties'>

export function sectionPayload(source: Source, sectionKey: string, extras: Extras): SectionPayload {
  const { rules, answers, locale } = source
  const slice = sliceForSection(rules.procedure, sectionKey)
  const elsewhere = slice.sections.filter(({ key }) => key !== sectionKey)
  const others = new Set(elsewhere.flatMap(({ fields }) => fields.map(({ key }) => key)))
  const before = Object.entries(answers).filter(([key]) => others.has(key))
  const fields = slice.sections.flatMap((section) => section.fields)
  const keys = new Set(fields.flatMap(listsOf))
  const lists = Object.entries(rules.codes.lists).filter(([key]) => keys.has(key))
  return {
    locale,
    sectionKey,
    procedure: oneLanguage(slice, locale),
    facts: rules.facts,
    before: Object.fromEntries(before),
    lists: oneLanguage(Object.fromEntries(lists), locale),
    ...extras,
  }
}

/** Whether the section asks for an address anywhere. */
export function asksForAddress(fields: readonly (Field | Column)[]): boolean {
  return fields.some((field) =>
    field.type === 'table' ? asksForAddress(field.columns) : field.type === 'address',
  )
}

function listsOf(field: Field | Column): string[] {
  if (field.type === 'table') return field.columns.flatMap(listsOf)
  if (field.type === 'schedule') return ['weekdays']
  return 'list' in field && field.list ? [field.list] : []
}

/** The code lists and communes as the engine asks for them; `communes` may grow while the page is open. */
export function codesOf(payload: SectionPayload, communes: SectionPayload['communes']): CodeLists {
  const homes = new Map(
    Object.entries(communes).flatMap(([province, units]) =>
      units.map(({ value, label }) => [value, { code: value, name: label, province }] as const),
    ),
  )
  return {
    lists: payload.lists,
    communes: {
      asOf: '',
      provinces: [],
      province: (code) => {
        const unit = payload.provinces.find(({ value }) => value === code)
        return unit && { code, name: unit.label, type: 'tỉnh', communes: [] }
      },
      commune: (code) => {
        const unit = homes.get(code)
        return unit && { ...unit, type: 'xã' }
      },
    },
  }
}

/** Texts in two languages lose the one that the page does not show; they keep their shape. */
function oneLanguage<Value>(value: Value, locale: Locale): Value {
  if (Array.isArray(value)) return value.map((item) => oneLanguage(item, locale)) as Value
  if (!isRecord(value)) return value
  const entries = Object.entries(value)
  const isText = entries.length === 2 && 'vi' in value && 'en' in value
  const kept = isText
    ? entries.map(([language, text]) => [language, language === locale ? text : ''])
    : entries.map(([key, item]) => [key, oneLanguage(item, locale)])
  return Object.fromEntries(kept) as Value
}
