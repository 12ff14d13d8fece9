import { procedureNames } from '@/app/_server/procedure-names'
import { getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { Details } from '@/components/ui/details'
import { SubmitButton } from '@/components/ui/submit-button'
import type { OrganisationView } from '@/lib/workspace/view-organisation'
import { leaveAction } from './actions'

/** In which role a member acts, how far it reaches, and the way out. */
export async function OwnRole({ view: { own } }: { view: OrganisationView }) {
  if (!own) return null
  const t = await getTranslator('workspace')
  const { role, validFrom, validTo, procedures, mayFile, membershipId } = own
  const prepares = role === 'preparer' || role === 'consultant'
  const names = await procedureNames(procedures)
  return (
    <section>
      <h2 className="mb-2">{t('own.title')}</h2>
      <p className="mb-1">{t('own.role', { role: t(`roles.${role}`) })}</p>
      <p className="mb-1 text-soft">
        {validTo
          ? t('own.until', { from: formatDate(validFrom), to: formatDate(lastDay(validTo)) })
          : t('own.since', { from: formatDate(validFrom) })}
      </p>
      {names.length > 0 && <p>{t('own.procedures', { names: names.join('; ') })}</p>}
      {prepares && <p>{t(mayFile ? 'own.mayFile' : 'own.needsApproval')}</p>}
      <Details summary={t('own.leave')}>
        <p className="max-w-read">{t('own.leaveHint')}</p>
        <form action={leaveAction}>
          <input type="hidden" name="membershipId" value={membershipId} />
          <SubmitButton variant="danger" pendingLabel={t('working')} className="max-sm:w-full">
            {t('own.leaveYes')}
          </SubmitButton>
        </form>
      </Details>
    </section>
  )
}

/** The last day, not the midnight after it. */
export function lastDay(validTo: Date): Date {
  return new Date(validTo.getTime() - 1)
}
