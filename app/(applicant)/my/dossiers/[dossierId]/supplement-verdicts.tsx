import { requireActor } from '@/app/_server/current-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { Tag } from '@/components/ui/tag'
import type { ApplicantView } from '@/lib/dossiers/view-dossier'
import { type JudgedItem, viewVerdicts } from '@/lib/supplements/view-verdicts'

/** What the officer found about each thing that was supplied, once it is on record. */
export async function SupplementVerdicts({ view }: { view: ApplicantView }) {
  const { id } = view.dossier
  const actor = await requireActor('applicant', `/my/dossiers/${id}`)
  const requests = await viewVerdicts(actor, id)
  if (requests.length === 0) return null
  const t = await getTranslator('supplement')
  return (
    <section className="mb-10">
      <h2 className="mb-2">{t('verdicts.title')}</h2>
      {requests.map((request) => (
        <div key={request.id} className="mb-4">
          <p className="text-sm text-soft">
            {t('verdicts.round', {
              round: String(request.round),
              date: formatDate(request.judgedAt),
            })}
          </p>
          <ul>
            {request.items.map((item) => (
              <Verdict key={item.id} item={item} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

async function Verdict({ item: { name, verdict, note } }: { item: JudgedItem }) {
  const [t, locale] = [await getTranslator('supplement'), await getLocale()]
  return (
    <li className="border-t border-line py-2 last:border-b">
      <span className="font-semibold">{name[locale]}</span>{' '}
      <Tag tone={verdict === 'accepted' ? 'ok' : 'warn'}>{t(`verdicts.${verdict}`)}</Tag>
      {note && <span className="block max-w-read whitespace-pre-line">{note}</span>}
    </li>
  )
}
