import type { ReactNode } from 'react'
import type { ProcedureView } from './answer-first'
import { Clause } from './clause'
import { ClockPromises } from './clock-promises'
import { FeeLines } from './fee-lines'
import { Unconfirmed } from './unconfirmed'
import { deskWords, scopeWords, stepActor } from './words'

/** Every part that Decree 63/2010 Art. 8.2 asks of a published procedure, in its order. */
export function FullRecord(view: ProcedureView) {
  const { procedure, t, locale } = view
  const desk = t(deskWords[procedure.authority.level])
  const { partialReason } = procedure.serviceLevel
  const elsewhere = procedure.filingElsewhere
  return (
    <dl className="border-b border-line">
      <Part name={t('recordName')}>{procedure.name[locale]}</Part>
      <Part name={t('recordCode')}>
        {procedure.nationalCode.value}{' '}
        <Unconfirmed t={t} confidence={procedure.nationalCode.confidence} />
      </Part>
      <Part name={t('recordSequence')}>
        <Sequence {...view} />
      </Part>
      <Part name={t('recordWays')}>
        <p>{t('recordWaysText', { desk })}</p>
        <p className="mt-1">
          {t('recordLevel', { level: t(scopeWords[procedure.serviceLevel.scope]) })}{' '}
          <Unconfirmed t={t} confidence={procedure.serviceLevel.confidence} />
        </p>
        {partialReason && (
          <p className="mt-1">
            {t('recordPartial')}: {partialReason.text[locale]}{' '}
            <Clause {...view} clauseKey={partialReason.basis} />
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
        <ul className="list-disc space-y-1 pl-5">
          {procedure.papers.map((paper) => (
            <li key={paper.key}>
              {paper.name[locale]} <Clause {...view} clauseKey={paper.basis} />{' '}
              <Unconfirmed t={t} confidence={paper.confidence} />
            </li>
          ))}
        </ul>
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
        <Conditions {...view} />
      </Part>
      <Part name={t('legal')}>
        <Lines items={procedure.legalBasis.map((law) => `${law.number}: ${law.title}`)} />
        <a href="#legal">{t('recordLegalMore')}</a>
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
  const { rounds, effect, basis } = procedure.supplement
  return (
    <>
      <ClockPromises clocks={procedure.clocks} t={t} locale={locale} />
      {rounds > 0 && (
        <p className="mt-1">
          {t('recordSupplement', { rounds, effect })}{' '}
          <Clause procedure={procedure} clauseKey={basis} />
        </p>
      )}
    </>
  )
}

function Authority({ procedure, t, locale }: ProcedureView) {
  const { authority } = procedure
  return (
    <>
      <p>
        {authority.name[locale]} <Unconfirmed t={t} confidence={authority.confidence} />
      </p>
      <p>{t('recordSigner', { signer: authority.signer[locale] })}</p>
      {authority.exceptions.map((exception) => (
        <p key={exception.when.vi} className="text-soft">
          {t('recordException', { when: exception.when[locale] })}{' '}
          <Unconfirmed t={t} confidence={exception.confidence} />
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

function Conditions(view: ProcedureView) {
  const { procedure, t, locale } = view
  if (procedure.conditions.length === 0) return <p>{t('recordNone')}</p>
  return (
    <ul className="list-disc space-y-1 pl-5">
      {procedure.conditions.map(({ text, basis }) => (
        <li key={text.vi}>
          {text[locale]} {basis && <Clause {...view} clauseKey={basis} />}
        </li>
      ))}
    </ul>
  )
}

function forms({ procedure, locale }: ProcedureView): string[] {
  return procedure.papers.flatMap((paper) =>
    paper.form ? [`${paper.form}: ${paper.name[locale]}`] : [],
  )
}
