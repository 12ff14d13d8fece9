import { getLocale, getTranslator } from '@/app/_server/translator'
import { Details } from '@/components/ui/details'
import type { Procedure } from '@/lib/procedures/procedure'
import { describeUnverified, type UnverifiedFact } from '@/lib/procedures/unverified'

const SECONDARY = 'secondary:'

const WORDS = {
  'no-basis': 'facts.marks.noBasis',
  own_knowledge: 'facts.marks.ownKnowledge',
  own_knowledge_low: 'facts.marks.ownKnowledgeLow',
  unconfirmed: 'facts.marks.unconfirmed',
} as const

/** What of this procedure still has to be compared with the law, part by part. */
export async function UnverifiedFacts({ procedure }: { procedure: Procedure }) {
  const [t, locale] = [await getTranslator('process'), await getLocale()]
  const parts = describeUnverified(procedure)
  const count = parts.reduce((sum, { facts }) => sum + facts.length, 0)
  const wordsOf = (mark: UnverifiedFact['mark']) => {
    if (mark.startsWith(SECONDARY))
      return t('facts.marks.secondary', { source: mark.slice(SECONDARY.length) })
    return t(WORDS[mark as keyof typeof WORDS] ?? 'facts.marks.unknown')
  }
  return (
    <section className="mt-8" aria-labelledby="facts">
      <h2 id="facts" className="mb-2 text-xl">
        {t('facts.title', { count: `${count}` })}
      </h2>
      <p className="mb-3 text-soft">{count === 0 ? t('facts.none') : t('facts.lead')}</p>
      {parts.map(({ part, facts }) => (
        <Details key={part} summary={t(`facts.parts.${part}`, { count: `${facts.length}` })}>
          <ul className="list-disc space-y-1.5 pl-6 text-sm">
            {facts.map(({ place, mark, about }) => (
              <li key={place}>
                {about[locale] === ''
                  ? wordsOf(mark)
                  : t('facts.line', { about: about[locale], mark: wordsOf(mark) })}
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </section>
  )
}
