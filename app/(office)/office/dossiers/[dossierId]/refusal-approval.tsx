import { getLocale, getTranslator } from '@/app/_server/translator'
import { ActForm } from '@/components/office/act-form'
import { findRefusalDraft } from '@/lib/dossiers/outcomes/approve-refusal'
import { refusalReasons } from '@/lib/dossiers/outcomes/refusal-grounds'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import { requestCodeAction } from './actions'
import { approveRefusalAction } from './refusal-actions'

type Props = { view: OfficeView; shared: { pending: string; refusedTitle: string } }

/** A refusal before the leader: the reasons as the applicant will read them, a code, the approval. */
export async function RefusalApproval({ view, shared }: Props) {
  if (!view.actions.some(({ event }) => event === 'approve-refusal')) return null
  const { id: dossierId, version } = view.dossier
  const proposed = await findRefusalDraft(dossierId)
  if (!proposed) return null
  const [t, office] = [await getTranslator('outcomes'), await getTranslator('office')]
  const { draft, contentHash } = proposed
  return (
    <div className="border-t border-line py-4">
      <h3 className="text-base">{t('approve.proposed')}</h3>
      <Reasons view={view} keys={draft.reasonKeys} />
      {draft.words && <p className="text-sm whitespace-pre-line">{draft.words}</p>}
      <ActForm
        id="request-refusal-code"
        act={requestCodeAction}
        title={office('code.request')}
        effect={t('approve.codeHint')}
        button={office('code.request')}
        variant="secondary"
        hidden={{ dossierId, purpose: 'approve-refusal', subjectHash: contentHash }}
        {...shared}
      />
      <ActForm
        id="approve-refusal"
        act={approveRefusalAction}
        title={t('approve.title')}
        effect={t('approve.effect')}
        button={t('approve.button')}
        variant="danger"
        hidden={{ dossierId, expectedVersion: String(version), contentHash }}
        fields={[
          { kind: 'longtext', name: 'comment', label: t('approve.comment') },
          { kind: 'code', name: 'code', label: office('code.label'), hint: office('code.hint') },
        ]}
        {...shared}
      />
    </div>
  )
}

async function Reasons({ view, keys }: { view: OfficeView; keys: readonly string[] }) {
  const locale = await getLocale()
  const chosen = refusalReasons(view.procedure).filter(({ key }) => keys.includes(key))
  return (
    <ul className="list-disc pl-5 text-sm">
      {chosen.map(({ key, text, clause }) => (
        <li key={key}>{clause ? `${text[locale]} (${clause})` : text[locale]}</li>
      ))}
    </ul>
  )
}
