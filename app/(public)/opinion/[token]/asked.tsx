import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate, formatFileSize } from '@/components/format'
import { type ActField, ActForm } from '@/components/office/act-form'
import { Notice } from '@/components/ui/notice'
import type { OpenedOpinion } from '@/lib/dossiers/opinions/answer-opinion'
import { answerAction } from './actions'

type Props = { token: string; opinion: OpenedOpinion }

/** The question, the papers chosen for it, and the form for the answer. */
export async function Asked({ token, opinion }: Props) {
  const [t, locale] = [await getTranslator('opinion'), await getLocale()]
  return (
    <div className="space-y-3">
      <p>{t('page.lead', { agency: opinion.agency[locale], unit: opinion.unitName })}</p>
      {opinion.standing === 'late' && <Notice title={t('page.late')} tone="warn" />}
      <p>
        <b>{t('page.due', { date: formatDate(opinion.dueAt) })}</b>
      </p>
      <h2 className="pt-4">{t('page.question')}</h2>
      <p className="whitespace-pre-line">{opinion.question}</p>
      <h2 className="pt-4">{t('page.papers')}</h2>
      {opinion.papers.length === 0 && <p className="text-soft">{t('page.noPapers')}</p>}
      <ul className="list-disc pl-5">
        {opinion.papers.map(({ id, name, size }) => (
          <li key={id} className="break-words">
            <a href={`/opinion/${token}/papers/${id}`}>{name}</a>{' '}
            <span className="text-soft">{formatFileSize(size, locale)}</span>
          </li>
        ))}
      </ul>
      <Answer token={token} opinion={opinion} />
    </div>
  )
}

async function Answer({ token, opinion }: Props) {
  const [t, refusals] = [await getTranslator('opinion'), await getTranslator('refusals')]
  const options = (['yes', 'no'] as const).map((value) => ({
    value,
    label: t(`agrees.${value}`),
  }))
  const agrees: ActField = { kind: 'radio', name: 'agrees', label: t('page.agrees'), options }
  return (
    <ActForm
      id="answer"
      act={answerAction}
      title={t('page.form')}
      effect=""
      button={t('page.answer')}
      pending={t('page.pending')}
      refusedTitle={refusals('title')}
      hidden={{ token }}
      fields={[
        ...(opinion.answerKind === 'yes-no' ? [agrees] : []),
        { kind: 'longtext', name: 'text', label: t('page.text'), rows: 8 },
        { kind: 'text', name: 'name', label: t('page.name') },
        { kind: 'text', name: 'position', label: t('page.role') },
      ]}
    />
  )
}
