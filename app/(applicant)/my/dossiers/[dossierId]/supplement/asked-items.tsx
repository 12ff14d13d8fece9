import { getLocale, getTranslator } from '@/app/_server/translator'
import { clauseOf, itemName } from '@/lib/supplements/items'
import type { OwnTurn } from '@/lib/supplements/own-turn'
import { citeClause } from '@/lib/supplements/supplement-law'

/** What the agency asked for: each thing with what is wrong, what a good one looks like, and the law. */
export async function AskedItems({ own }: { own: OwnTurn }) {
  const [t, locale] = [await getTranslator('supplement'), await getLocale()]
  const { procedure } = own.file
  return (
    <section className="max-w-4xl" aria-labelledby="asked-title">
      <p className="max-w-read whitespace-pre-line">
        <b>{t('page.reason')}:</b> {own.supplement.reason}
      </p>
      <h2 id="asked-title" className="mt-6 mb-2">
        {t('page.items')}
      </h2>
      <ol className="space-y-4">
        {own.items.map((item, index) => {
          const clause = clauseOf(procedure, item)
          return (
            <li key={item.id} className="border-t border-line pt-3">
              <h3 className="text-base">
                {index + 1}. {itemName(procedure, item)[locale]}
              </h3>
              <dl className="mt-1 space-y-1 text-sm">
                <Line name={t('page.wrong')} text={item.explanation} />
                <Line name={t('page.good')} text={item.goodExample} />
                {clause && <Line name={t('page.clause')} text={citeClause(clause)} />}
              </dl>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Line({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt className="text-soft">{name}</dt>
      <dd className="max-w-read whitespace-pre-line">{text}</dd>
    </div>
  )
}
