import type { ReactNode } from 'react'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { AnswerText } from '@/components/dossier/declared-sections'
import { describeAnswer } from '@/lib/procedures/describe'
import { itemName } from '@/lib/supplements/items'
import type { OwnTurn } from '@/lib/supplements/own-turn'
import { answersNow, openKeys } from '@/lib/supplements/turn-form'

/** What stood there and what stands there now, for everything that is open. */
export async function OldAndNew({ own }: { own: OwnTurn }) {
  const t = await getTranslator('supplement')
  const rows = await rowsOf(own)
  return (
    <section className="max-w-4xl">
      {rows.map(({ key, name, before, after }) => (
        <div key={key} className="border-t border-line py-3">
          <h2 className="text-base">{name}</h2>
          <dl className="mt-1 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
            <div className="min-w-0">
              <dt className="text-soft">{t('review.before')}</dt>
              <dd className="break-words">{before}</dd>
            </div>
            <div className="min-w-0">
              <dt className="text-soft">{t('review.after')}</dt>
              <dd className="break-words">{after}</dd>
            </div>
          </dl>
        </div>
      ))}
    </section>
  )
}

type Row = { key: string; name: string; before: ReactNode; after: ReactNode }

async function rowsOf(own: OwnTurn): Promise<Row[]> {
  const [t, locale] = [await getTranslator('supplement'), await getLocale()]
  const { rules, base } = own.turn
  const open = openKeys(own.turn)
  const now = answersNow(own.turn)
  const fields = rules.procedure.sections.flatMap((section) => section.fields)
  const nothing = <span className="text-soft">{t('review.nothing')}</span>
  const unchanged = <span className="text-soft">{t('review.same')}</span>
  return fields
    .filter(({ key, type }) => open.has(key) && type !== 'notice')
    .map((field): Row => {
      if (field.type === 'paper') {
        const key = field.paper
        const name = itemName(rules.procedure, { kind: 'paper', key })[locale]
        const before = namesIn(own.filed, key)
        const after = namesIn(own.brought, key)
        return { key, name, before: before ?? nothing, after: after ?? nothing }
      }
      const said = (value: (typeof now)[string] | undefined) => {
        const described = describeAnswer(field, value, { codes: rules.codes, locale })
        return described.text === '' ? nothing : <AnswerText described={described} />
      }
      const same = JSON.stringify(base[field.key]) === JSON.stringify(now[field.key])
      const after = same ? unchanged : said(now[field.key])
      return { key: field.key, name: field.label[locale], before: said(base[field.key]), after }
    })
}

type Held = readonly { slotKey: string; files: readonly { name: string; state?: string }[] }[]

function namesIn(papers: Held, key: string): string | null {
  const names = papers
    .filter(({ slotKey }) => slotKey === key)
    .flatMap(({ files }) => files.filter(({ state }) => state !== 'rejected'))
    .map(({ name }) => name)
  return names.length > 0 ? names.join(', ') : null
}
