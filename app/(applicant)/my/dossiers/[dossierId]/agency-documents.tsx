import { getLocale, getTranslator } from '@/app/_server/translator'
import { Link } from '@/components/ui/link'
import type { ApplicantView, DocumentView } from '@/lib/dossiers/view-dossier'
import { AgencyLetters } from './agency-letters'

/** What the agency made for the owner: slip 01, and the licence once it is issued. */
export async function AgencyDocuments({ view }: { view: ApplicantView }) {
  const t = await getTranslator('my')
  const slip = view.documents.find(({ kind }) => kind === 'receipt-slip')
  const licence = view.documents.find(({ kind }) => kind === 'licence')
  const companion = view.documents.find(({ kind }) => kind === 'companion')
  if (!view.dossier.acceptedAt) return null
  return (
    <section>
      <h2 className="mb-2">{t('documents')}</h2>
      <ul className="space-y-3">
        <li>
          {t('slip')}
          <span className="block text-sm">
            {slip?.issuedFile ? (
              <a href={`/api/files/${slip.issuedFile.fileId}`}>{t('download')}</a>
            ) : (
              <span className="text-soft">{t('slipComing')}</span>
            )}
          </span>
        </li>
        <AgencyLetters view={view} />
        {licence && <IssuedResult view={view} licence={licence} />}
        {companion && <IssuedCompanion view={view} companion={companion} />}
      </ul>
    </section>
  )
}

type IssuedProps = { view: ApplicantView; licence: DocumentView }

async function IssuedResult({ view, licence }: IssuedProps) {
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  const result = view.procedure.result.type[locale]
  return (
    <li>
      {licence.number ? t('licence', { result, number: licence.number }) : result}
      <span className="flex gap-4 text-sm">
        <a href={`/my/dossiers/${view.dossier.id}/result`}>{t('download')}</a>
        {licence.verifyCode && (
          <Link href={`/verify?code=${licence.verifyCode}`}>{t('verify')}</Link>
        )}
      </span>
    </li>
  )
}

type CompanionProps = { view: ApplicantView; companion: DocumentView }

/** Issued together with the result, and opened by itself. */
async function IssuedCompanion({ view, companion }: CompanionProps) {
  const [t, locale] = [await getTranslator('my'), await getLocale()]
  const result = view.procedure.result.companion?.type[locale] ?? ''
  if (!companion.issuedFile || !companion.number) return null
  return (
    <li>
      {t('licence', { result, number: companion.number })}
      <span className="flex gap-4 text-sm">
        <a href={`/api/files/${companion.issuedFile.fileId}`}>{t('download')}</a>
        <Link href={`/verify?code=${companion.verifyCode ?? ''}`}>{t('verify')}</Link>
      </span>
    </li>
  )
}
