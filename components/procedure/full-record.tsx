import type { ReactNode } from 'react'
import type { ProcedureView } from './answer-first'
import { FeeLines } from './fee-lines'
import { deskWords, stepActor } from './words'

/** Every part that Decree 63/2010 Art. 8.2 asks of a published procedure, in its order. */
export function FullRecord(view: ProcedureView) {
  const { procedure, t, locale } = view
  const desk = t(deskWords[procedure.authority.level])
  const { partialReason } = procedure.serviceLevel
  const elsewhere = procedure.filingElsewhere
  return (
    <dl className="border-b border-line">
      <Part name={t('recordName')}>{procedure.name[locale]}</Part>
      <Part name={t('recordCode')}>{procedure.nationalCode.value ?? t('unconfirmed')}</Part>
      <Part name={t('recordSequence')}>
        <Sequence {...view} />
      </Part>
      <Part name={t('recordWays')}>
        {t('recordWaysText', { desk })}
        {partialReason && (
          <p className="mt-1">
            {t('recordPartial')}: {partialReason.text[locale]}
          </p>
        )}
        {elsewhere && (
          <p className="mt-1">
            {t(elsewhere.allowed ? 'recordElsewhere' : 'recordNotElsewhere')}{' '}
            {elsewhere.reason[locale]} <Clause {...view} clauseKey={elsewhere.basis} />
          </p>
        )}
      </Part>
      <Part name={t('recordPapers')}>
        <Lines items={procedure.papers.map((paper) => paper.name[locale])} />
        <p className="mt-1">{t('recordSets', { sets: procedure.setsNote[locale] })}</p>
      </Part>
      <Part name={t('recordLimit')}>
        <Limits {...view} />
      </Part>
      <Part name={t('recordApplicants')}>
        <Lines items={procedure.applicants.map((applicant) => applicant.text[locale])} />
      </Part>
      <Part name={t('recordAuthority')}>
        <Authority {...view} />
      </Part>
      <Part name={t('recordForms')}>
        <Lines items={forms(view)} none={t('recordNone')} />
      </Part>
      <Part name={t('recordFees')}>
        <FeeLines {...view} />
      </Part>
      <Part name={t('recordResult')}>
        <Result {...view} />
      </Part>
      <Part name={t('recordConditions')}>
        <Lines
          items={procedure.conditions.map((condition) => condition.text[locale])}
          none={t('recordNone')}
        />
      </Part>
    </dl>
  )
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-8 gap-y-1 border-t border-line py-4 md:grid-cols-[14rem_minmax(0,1fr)]">
      <dt className="font-semibold">{name}</dt>
      <dd className="max-w-read">{children}</dd>
    </div>
  )
}

function Clause({ procedure, clauseKey }: ProcedureView & { clauseKey: string }) {
  const clause = procedure.clauses.find(({ key }) => key === clauseKey)
  return clause ? (
    <span className="text-soft">
      ({clause.article}, {clause.law})
    </span>
  ) : null
}

function Lines({ items, none }: { items: readonly string[]; none?: string }) {
  if (items.length === 0) return <p>{none}</p>
  return (
    <ul className="list-disc space-y-1 pl-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

function Sequence({ procedure, t, locale }: ProcedureView) {
  return (
    <ol className="list-decimal space-y-1 pl-5">
      {procedure.steps.map((step) => (
        <li key={step.key}>
          {step.name[locale]}{' '}
          <span className="text-soft">({stepActor(t, procedure, step.role)})</span>
        </li>
      ))}
    </ol>
  )
}

function Limits({ procedure, t, locale }: ProcedureView) {
  const { rounds, effect } = procedure.supplement
  return (
    <>
      <Lines items={procedure.clocks.map((clock) => clock.promise[locale])} />
      {rounds > 0 && <p className="mt-1">{t('recordSupplement', { rounds, effect })}</p>}
    </>
  )
}

function Authority({ procedure, t, locale }: ProcedureView) {
  const { authority } = procedure
  return (
    <>
      <p>{authority.name[locale]}</p>
      <p>{t('recordSigner', { signer: authority.signer[locale] })}</p>
      {authority.exceptions.map((exception) => (
        <p key={exception.when.vi} className="text-soft">
          {t('recordException', { when: exception.when[locale] })}
        </p>
      ))}
    </>
  )
}

function Result({ procedure, t, locale }: ProcedureView) {
  const { result } = procedure
  const validity =
    result.validMonths === null
      ? t('recordUnlimited')
      : t('recordMonths', { months: result.validMonths })
  return (
    <>
      <p>
        {result.type[locale]}. {result.validityNote?.[locale] ?? validity}
      </p>
      {result.attachments.length > 0 && (
        <Lines items={result.attachments.map((attachment) => attachment[locale])} />
      )}
    </>
  )
}

function forms({ procedure, locale }: ProcedureView): string[] {
  return procedure.papers.flatMap((paper) =>
    paper.form ? [`${paper.form}: ${paper.name[locale]}`] : [],
  )
}
