import { communeOptions, provinceOptions } from '@/app/_server/communes'
import { asksForAddress, type SectionPayload } from '@/components/form/section-payload'
import { typedAnswers } from '@/components/form/typed'
import type { Answers } from '@/lib/procedures/answers'
import type { Section } from '@/lib/procedures/shape/field'

/** Provinces for a section with addresses, and the communes of those that are chosen in it. */
export function addressUnits(
  section: Section,
  answers: Answers,
): Pick<SectionPayload, 'provinces' | 'communes'> {
  if (!asksForAddress(section.fields)) return { provinces: [], communes: {} }
  const chosen = Object.entries(typedAnswers(section, answers)).flatMap(([path, codes]) =>
    path.endsWith('.province') ? codes : [],
  )
  const communes = [...new Set(chosen)].flatMap((code) => {
    const options = communeOptions(code)
    return options ? [[code, options] as const] : []
  })
  return { provinces: provinceOptions(), communes: Object.fromEntries(communes) }
}
