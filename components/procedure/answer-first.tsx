import type { ReactNode } from 'react'
import type { Locale } from '@/components/messages/locale'
import { Tag } from '@/components/ui/tag'
import type { Procedure } from '@/lib/procedures/procedure'
import { ClockPromises } from './clock-promises'
import { feeInShort, feeIsUncertain, feesOn } from './figures'
import { deskWords, mainClocks, type Words } from './words'

export type ProcedureView = {
  procedure: Procedure
  t: Words
  locale: Locale
  /** The day of reading, 'YYYY-MM-DD': fees and laws have dates. */
  today: string
}

/** The four things everybody asks first. */
export function AnswerFirst({ procedure, t, locale, today }: ProcedureView) {
  const clocks = mainClocks(procedure)
  const who = [...new Set(procedure.applicants.map((applicant) => t(applicant.type)))].join(', ')
  return (
    <dl className="grid gap-x-8 gap-y-4 border-y border-line py-5 sm:grid-cols-2 lg:grid-cols-[1fr_1.7fr_1.2fr_1.3fr]">
      <Answer question={t('who')}>
        <span className="inline-block first-letter:uppercase">{who}</span>
      </Answer>
      <Answer question={t('howLong')}>
        <ClockPromises clocks={clocks} t={t} locale={locale} />
      </Answer>
      <Answer question={t('howMuch')}>
        <span className="block tabular-nums">
          {feeInShort(t, feesOn(procedure.money, today), locale)}
        </span>
        {feeIsUncertain(procedure.money, today) && <Tag tone="warn">{t('feeUnconfirmed')}</Tag>}
      </Answer>
      <Answer question={t('whereResult')}>
        {t('resultPdf')}
        <span className="mt-1 block text-sm font-normal text-soft">
          {t(deskWords[procedure.authority.level])}
        </span>
      </Answer>
    </dl>
  )
}

function Answer({ question, children }: { question: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-soft">{question}</dt>
      <dd className="mt-0.5 leading-snug font-semibold">{children}</dd>
    </div>
  )
}
