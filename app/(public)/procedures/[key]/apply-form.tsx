import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { findSuspensionReason } from '@/lib/administration/published-procedures'
import { getTranslator } from '../../../_server/translator'
import { apply } from '../../../(applicant)/my/start/actions'

type Props = { procedureKey: string; given?: string; label: string }

/** The button that begins a dossier, with the answers given so far; or why nobody may begin one now. */
export async function ApplyForm({ procedureKey, given = '', label }: Props) {
  const [reason, t, ui] = [
    await findSuspensionReason(procedureKey),
    await getTranslator('procedures'),
    await getTranslator('ui'),
  ]
  if (reason) {
    return (
      <Notice tone="warn" title={t('suspendedTitle')}>
        <p>{reason}</p>
        <p>{t('suspendedBody')}</p>
      </Notice>
    )
  }
  return (
    <form action={apply} className="my-6 print:hidden">
      <input type="hidden" name="procedureKey" value={procedureKey} />
      {given && <input type="hidden" name="given" value={given} />}
      <SubmitButton pendingLabel={ui('working')} className="max-sm:w-full">
        {label}
      </SubmitButton>
    </form>
  )
}
