import { getLocale, getTranslator } from '@/app/_server/translator'
import { commonestReasons } from '@/lib/administration/commonest-reasons'
import type { Procedure } from '@/lib/procedures/procedure'

/** What is often sent back, in words: beside the questions, and beside the papers. */
export type OftenAsked = { fields: Record<string, string>; papers: Record<string, string> }

/** The commonest reasons for supplements of a procedure, a sentence for each place of the form. */
export async function oftenAsked(procedure: Procedure): Promise<OftenAsked> {
  const [t, locale] = [await getTranslator('form'), await getLocale()]
  const reasons = await commonestReasons(procedure)
  const sentences = (kind: 'field' | 'paper') => {
    const groups = Map.groupBy(
      reasons.filter((reason) => reason.kind === kind),
      ({ key }) => key,
    )
    const entries = [...groups].map(([key, some]): [string, string] => {
      const list = some.map(({ text }) => bare(text[locale])).join('; ')
      return [key, t('often', { list })]
    })
    return Object.fromEntries(entries)
  }
  return { fields: sentences('field'), papers: sentences('paper') }
}

/** A sentence of the library as a part of another one. */
function bare(sentence: string): string {
  const text = sentence.trim().replace(/[.;]$/, '')
  return `${text.charAt(0).toLocaleLowerCase('vi')}${text.slice(1)}`
}
