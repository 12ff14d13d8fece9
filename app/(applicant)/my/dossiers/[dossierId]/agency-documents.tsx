import Link from 'next/link'
import { getTranslator } from '@/app/_server/translator'
import type { ApplicantView, DocumentView } from '@/lib/dossiers/view-dossier'
import { AgencyLetters } from './agency-letters'

/** What the agency made for the owner: slip 01, and the licence once it is issued. */
export async function AgencyDocuments({ view }: { view: ApplicantView }) {
  const t = await getTranslator('my')
  const slip = view.documents.find(({ kind }) => kind === 'receipt-slip')
  const licence = view.documents.find(({ kind }) => kind === 'licence')
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
        {licence && <Licence dossierId={view.dossier.id} licence={licence} />}
      </ul>
    </section>
  )
}

async function Licence({ dossierId, licence }: { dossierId: string; licence: DocumentView }) {
  const t = await getTranslator('my')
  return (
    <li>
      {licence.number ? t('licence', { number: licence.number }) : t('licenceNoNumber')}
      <span className="flex gap-4 text-sm">
        <a href={`/my/dossiers/${dossierId}/result`}>{t('download')}</a>
        {licence.verifyCode && (
          <Link href={`/verify?code=${licence.verifyCode}`}>{t('verify')}</Link>
        )}
      </span>
    </li>
  )
}
