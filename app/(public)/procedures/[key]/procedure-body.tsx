import { formatDate } from '@/components/format'
import type { ProcedureView } from '@/components/procedure/answer-first'
import { FullRecord } from '@/components/procedure/full-record'
import { LegalBasisTable } from '@/components/procedure/legal-basis-table'
import { PapersList } from '@/components/procedure/papers-list'
import { StepsList } from '@/components/procedure/steps-list'
import { Details } from '@/components/ui/details'

const parts = ['papers', 'steps', 'conditions', 'record', 'legal'] as const

/** Below the four answers: papers and the way, then the record and the law behind it. */
export function ProcedureBody(view: ProcedureView) {
  const { t } = view
  return (
    <>
      <nav aria-label={t('contents')} className="border-b border-line text-sm print:hidden">
        <ul className="-mx-2 flex flex-wrap gap-x-2">
          {shownParts(view).map((part) => (
            <li key={part}>
              <a href={`#${part}`} className="inline-flex min-h-11 items-center px-2">
                {t(part)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-10 grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <section aria-labelledby="papers">
          <h2 id="papers">{t('papers')}</h2>
          <p className="mt-1 mb-4 max-w-read text-soft">{t('papersLead')}</p>
          <PapersList {...view} />
          <p className="mt-4 mb-0 print:hidden">
            <a href={`/procedures/${view.procedure.key}/form`}>{t('blankForm')}</a>
          </p>
          <p className="max-w-read text-sm text-soft print:hidden">{t('blankFormHint')}</p>
        </section>
        <section aria-labelledby="steps">
          <h2 id="steps" className="mb-4">
            {t('steps')}
          </h2>
          <StepsList {...view} />
        </section>
      </div>
      <Conditions {...view} />
      <section aria-labelledby="record" className="mt-14">
        <h2 id="record">{t('record')}</h2>
        <p className="mt-1 mb-4 max-w-read text-soft">{t('recordBasis')}</p>
        <Details summary={t('recordOpen')}>
          <FullRecord {...view} />
        </Details>
      </section>
      <section aria-labelledby="legal" className="mt-14">
        <h2 id="legal">{t('legal')}</h2>
        <p className="mt-1 mb-4 max-w-read text-soft">{effective(view)}</p>
        <LegalBasisTable {...view} />
      </section>
    </>
  )
}

function shownParts({ procedure }: ProcedureView) {
  return parts.filter((part) => part !== 'conditions' || procedure.conditions.length > 0)
}

function Conditions({ procedure, t, locale }: ProcedureView) {
  if (procedure.conditions.length === 0) return null
  return (
    <section aria-labelledby="conditions" className="mt-14">
      <h2 id="conditions" className="mb-3">
        {t('conditions')}
      </h2>
      <ul className="max-w-read list-disc space-y-1.5 pl-5">
        {procedure.conditions.map((condition) => (
          <li key={condition.text.vi}>{condition.text[locale]}</li>
        ))}
      </ul>
    </section>
  )
}

function effective({ procedure, t }: ProcedureView): string {
  const { from, to } = procedure.effective
  if (!to) return t('effective', { from: formatDate(from) })
  return t('effectiveTo', { from: formatDate(from), to: formatDate(to) })
}
