import type { ReactNode } from 'react'
import { AssessedFee } from '@/components/procedure/assessed-fee'
import { ClockPromises } from '@/components/procedure/clock-promises'
import { LegalBasisTable } from '@/components/procedure/legal-basis-table'
import { PreparedAnswers } from '@/components/procedure/prepared-answers'
import { MorePapers, PapersOfPortal, PapersToUpload } from '@/components/procedure/prepared-papers'
import type { FormRules } from '@/lib/procedures/form-rules'
import { type Preparation, preparationQuery } from '@/lib/procedures/preparation'
import { prepareDossier } from '@/lib/procedures/prepared-dossier'
import type { Procedure } from '@/lib/procedures/procedure'
import { fieldsOf } from '@/lib/procedures/read-answers'
import { getLocale, getTranslator } from '../../../../_server/translator'
import { ApplyForm } from '../apply-form'

type Props = { rules: FormRules; read: Preparation }

/** What the answers come to: papers, fee, time limit, who decides, by which law; ready to be printed. */
export async function Result({ rules, read }: Props) {
  const { procedure } = rules
  const [t, words, locale] = [
    await getTranslator('preparation'),
    await getTranslator('procedures'),
    await getLocale(),
  ]
  const dossier = prepareDossier(rules, read.answers)
  const query = preparationQuery(procedure, read.answers)
  return (
    <div className="max-w-4xl">
      <Part id="upload" title={t('upload')}>
        <PapersToUpload procedure={procedure} papers={dossier.papers} locale={locale} />
      </Part>
      {dossier.more.length > 0 && (
        <Part id="more" title={t('more')}>
          <MorePapers more={dossier.more} locale={locale} />
        </Part>
      )}
      <Part id="by-portal" title={t('byPortal')}>
        <PapersOfPortal papers={dossier.papers} locale={locale} />
      </Part>
      <Part id="fee" title={words('howMuch')}>
        <AssessedFee fee={dossier.fee} locale={locale} />
      </Part>
      <Part id="limits" title={t('limits')}>
        <ClockPromises clocks={procedure.clocks} t={words} locale={locale} />
      </Part>
      <Part id="agency" title={t('agency')}>
        <Agency procedure={procedure} />
      </Part>
      <Part id="sections" title={t('sections')}>
        <ol className="list-decimal pl-6">
          {dossier.sections.map((section) => (
            <li key={section.key}>{section.title[locale]}</li>
          ))}
        </ol>
      </Part>
      <Part id="legal" title={words('legal')}>
        <LegalBasisTable procedure={procedure} t={words} />
      </Part>
      {read.questions.length > 0 && (
        <Part id="answers" title={t('answers')}>
          <PreparedAnswers
            {...{ questions: read.questions, answers: read.answers, codes: rules.codes, locale }}
            change={{
              href: `/procedures/${procedure.key}/prepare?${query}`,
              label: t('change'),
            }}
          />
        </Part>
      )}
      <ApplyForm
        procedureKey={procedure.key}
        given={query}
        label={query ? t('apply') : words('apply')}
      />
      <p className="max-w-read text-sm text-soft print:hidden">{t('keep')}</p>
    </div>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10 first:mt-0">
      <h2 id={id} className="mb-3">
        {title}
      </h2>
      {children}
    </section>
  )
}

async function Agency({ procedure }: { procedure: Procedure }) {
  const [t, locale] = [await getTranslator('preparation'), await getLocale()]
  const { name, agencyField } = procedure.authority
  const question = fieldsOf(procedure).find(({ key }) => key === agencyField)
  return (
    <>
      <p>{name[locale]}</p>
      {question && (
        <p className="text-soft">{t('agencyBy', { question: question.label[locale] })}</p>
      )}
    </>
  )
}
