import type { OfficeActor } from '@/app/_server/office-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { DeclaredSections } from '@/components/dossier/declared-sections'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import { Doubts } from './doubts'
import { RegisterCheck } from './register-check'

type Props = { actor: OfficeActor; view: OfficeView; compares: boolean }

/** Left side of the bench: who stands behind the dossier and what was declared. */
export async function Declared({ actor, view, compares }: Props) {
  const [t, locale] = [await getTranslator('office'), await getLocale()]
  return (
    <>
      <h2 className="mb-2 text-base">{t('parties')}</h2>
      <dl className="mb-6 text-sm">
        {view.parties.map((party) => (
          <div key={party.role} className="border-t border-hairline py-1.5">
            <dt className="text-xs text-soft">{t(`partyRoles.${party.role}`)}</dt>
            <dd>
              {[party.name, party.taxCode, party.phone, party.email].filter(Boolean).join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
      <RegisterCheck actor={actor} view={view} atOnce={compares} />
      <Doubts view={view} />
      <h2 className="mb-2 text-base">{t('declared')}</h2>
      <p className="mb-2 text-sm">
        <a href={`/office/dossiers/${view.dossier.id}/form`} target="_blank" rel="noreferrer">
          {t('printForm')}
        </a>
      </p>
      <DeclaredSections
        procedure={view.procedure}
        answers={view.answers}
        locale={locale}
        open={2}
      />
    </>
  )
}
