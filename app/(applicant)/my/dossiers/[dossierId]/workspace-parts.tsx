import { getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { Notice } from '@/components/ui/notice'
import type { ApplicantView } from '@/lib/dossiers/view-dossier'

/** Who prepared, approved and filed an organisation's dossier. */
export async function FilingParts({ view: { filing } }: { view: ApplicantView }) {
  if (!filing) return null
  const t = await getTranslator('workspace')
  const { preparedBy, approvedBy, approvedAt, submittedBy, submittedAt } = filing
  return (
    <section>
      <h2 className="mb-2">{t('dossier.parts')}</h2>
      <ul className="text-sm">
        <li>{t('dossier.prepared', { name: preparedBy })}</li>
        {approvedBy && approvedAt && (
          <li>{t('dossier.approved', { name: approvedBy, at: formatDateTime(approvedAt) })}</li>
        )}
        <li>{t('dossier.submitted', { name: submittedBy, at: formatDateTime(submittedAt) })}</li>
      </ul>
    </section>
  )
}

/** What waits at a dossier, for somebody whose role does not reach it. */
export async function ForOthers() {
  const t = await getTranslator('workspace')
  return <Notice title={t('dossier.others')} />
}

/** In place of what was declared, for a role that does not read it. */
export async function NotDeclared() {
  const t = await getTranslator('workspace')
  return <p className="text-soft">{t('dossier.closed')}</p>
}
