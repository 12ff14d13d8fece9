import type { Locale } from '@/components/messages/locale'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { feeInShort, feesOn } from './figures'
import { mainClocks, type ProcedureSummary, scopeWords, type Words } from './words'

type Props = { procedure: ProcedureSummary; t: Words; locale: Locale; today: string }

/** One procedure in a list: what it gives, how long, how much. */
export function ProcedureCard({ procedure, t, locale, today }: Props) {
  return (
    <article className="relative border-t border-line py-5 has-[a:hover]:bg-ground">
      <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Tag>{t(scopeWords[procedure.serviceLevel.scope])}</Tag>
        {procedure.nationalCode.value && (
          <span className="text-sm text-soft tabular-nums">
            {t('code', { code: procedure.nationalCode.value })}
          </span>
        )}
      </div>
      <h2 className="text-lg">
        <Link href={`/procedures/${procedure.key}`} className="after:absolute after:inset-0">
          {procedure.name[locale]}
        </Link>
      </h2>
      <p className="mt-1 max-w-read">{procedure.summary[locale]}</p>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-1 text-sm">
        <div>
          <dt className="inline text-soft">{t('howMuch')}: </dt>
          <dd className="inline font-semibold tabular-nums">
            {feeInShort(t, feesOn(procedure.money, today), locale)}
          </dd>
        </div>
        <div>
          <dt className="inline text-soft">{t('howLong')}: </dt>
          <dd className="inline">
            {mainClocks(procedure)
              .map((clock) => clock.promise[locale])
              .join('; ')}
          </dd>
        </div>
      </dl>
    </article>
  )
}
