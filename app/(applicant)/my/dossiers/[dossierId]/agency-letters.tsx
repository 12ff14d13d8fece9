import { getTranslator } from '@/app/_server/translator'
import { Link } from '@/components/ui/link'
import type { ApplicantView } from '@/lib/dossiers/view-dossier'

const LETTERS = ['extension-letter', 'stop-notice'] as const

/** Issued letters of the agency, as lines of its list of documents. */
export async function AgencyLetters({ view }: { view: ApplicantView }) {
  const [t, my] = [await getTranslator('letters'), await getTranslator('my')]
  const issued = LETTERS.flatMap((kind) =>
    view.documents.filter((document) => document.kind === kind).map((row) => ({ ...row, kind })),
  )
  return issued.map(({ kind, number, issuedFile, verifyCode }) =>
    issuedFile ? (
      <li key={issuedFile.fileId}>
        {t('own.letter', { kind: t(`own.kinds.${kind}`), number: number ?? '' })}
        <span className="flex gap-4 text-sm">
          <a href={`/api/files/${issuedFile.fileId}`}>{my('download')}</a>
          {verifyCode && <Link href={`/verify?code=${verifyCode}`}>{my('verify')}</Link>}
        </span>
      </li>
    ) : null,
  )
}
