import type { OfficeActor } from '@/app/_server/office-actor'
import { getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import { Tag, type Tone } from '@/components/ui/tag'
import { type OpinionView, viewOpinions } from '@/lib/dossiers/opinions/view-opinions'
import { clock } from '@/lib/server/business-clock'

type Props = { actor: OfficeActor; dossierId: string }

/** All opinions joined, with who is late; silence is named for what it is. */
export async function OpinionsPanel({ actor, dossierId }: Props) {
  const t = await getTranslator('opinion')
  const opinions = await viewOpinions(actor, { dossierId, at: clock.now() })
  if (!opinions.ok || opinions.value.length === 0) return null
  return (
    <section aria-labelledby="opinions-title" className="mt-6">
      <h2 id="opinions-title" className="mb-2 text-base">
        {t('title')}
      </h2>
      {opinions.value.map((opinion) => (
        <One key={opinion.id} opinion={opinion} />
      ))}
    </section>
  )
}

const TONES: Record<OpinionView['standing'], Tone> = {
  asked: 'info',
  late: 'late',
  answered: 'ok',
  'answered-late': 'warn',
  void: 'neutral',
}

async function One({ opinion }: { opinion: OpinionView }) {
  const t = await getTranslator('opinion')
  const { standing, agrees, answeredBy, answeredAt, silenceClause } = opinion
  return (
    <div className="border-t border-hairline py-3 text-sm">
      <h3 className="mb-1 text-sm">
        {opinion.unitName} <Tag tone={TONES[standing]}>{t(`states.${standing}`)}</Tag>
      </h3>
      <p className="mb-1 text-soft">
        {t('asked', { asked: formatDate(opinion.askedAt), due: formatDate(opinion.dueAt) })}
      </p>
      <p className="mb-1 whitespace-pre-line">{opinion.question}</p>
      {agrees !== null && (
        <p className="mb-1">
          <b>{t(agrees ? 'agrees.yes' : 'agrees.no')}</b>
        </p>
      )}
      {opinion.answer && <p className="mb-1 whitespace-pre-line">{opinion.answer}</p>}
      {answeredBy && answeredAt && (
        <p className="mb-0 text-soft">
          {t('by', { name: answeredBy, at: formatDateTime(answeredAt) })}
        </p>
      )}
      {standing === 'late' && (
        <p className="mb-0 text-soft">
          {silenceClause ? t('silenceClause', { clause: silenceClause }) : t('silence')}
        </p>
      )}
    </div>
  )
}
