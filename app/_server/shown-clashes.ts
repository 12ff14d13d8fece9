import { getLocale } from '@/app/_server/translator'
import type { ShownClash } from '@/components/form/clash'
import type { Clash } from '@/lib/drafts/clash'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import { describeAnswer } from '@/lib/procedures/describe'
import type { Section } from '@/lib/procedures/shape/field'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'

type Clashes = { conflicts: readonly Clash[]; others: readonly Clash[] }

/** Clashes as the page shows them: what stands in the draft, in words of the reader's language. */
export async function shownClashes(
  section: Section,
  { conflicts, others }: Clashes,
): Promise<ShownClash[]> {
  const locale = await getLocale()
  const shown = (kind: ShownClash['kind']) => (clash: Clash) => {
    const { part, since, by, at, theirs } = clash
    const field = section.fields.find(({ key }) => key === fieldOfPath(part))
    const said = field && describeAnswer(field, theirs.answer, { codes: SHIPPED_CODES, locale })
    const typed = theirs.text && Object.values(theirs.text).flat().join(', ')
    const words = typed ?? said?.lines.join('\n') ?? ''
    return { part, kind, since, by, at: at?.toISOString() ?? null, theirs: words }
  }
  return [...conflicts.map(shown('conflict')), ...others.map(shown('news'))]
}
