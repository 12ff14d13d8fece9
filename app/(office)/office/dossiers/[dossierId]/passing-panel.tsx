import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { type PassingView, viewPassing } from '@/lib/dossiers/outcomes/view-passing'
import type { OfficeView } from '@/lib/dossiers/view-dossier'

type Words = Awaited<ReturnType<typeof getTranslator<'outcomes'>>>

/** Where the dossier was filed when it was filed elsewhere, and how far its data and its papers have come. */
export async function PassingPanel({ view }: { view: OfficeView }) {
  const filed = await viewPassing(view.dossier)
  if (!filed) return null
  const [t, locale] = [await getTranslator('outcomes'), await getLocale()]
  const { supportPlace } = view.dossier
  const slip = view.documents.find(({ kind }) => kind === 'transfer-slip')
  const lines = [
    ...(supportPlace ? [t('passing.support', { name: supportPlace })] : []),
    t('passing.receiver', { name: filed.receiver[locale] }),
    t('passing.competent', { name: filed.competent[locale] }),
    ...wayLines(t, filed),
  ]
  return (
    <section aria-labelledby="passing-title" className="mb-6 text-sm">
      <h2 id="passing-title" className="mb-2 text-base">
        {t('passing.panel')}
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line} className="border-t border-hairline py-1.5">
            {line}
          </li>
        ))}
      </ul>
      {slip?.issuedFile && <a href={`/api/files/${slip.issuedFile.fileId}`}>{t('passing.slip')}</a>}
    </section>
  )
}

function wayLines(t: Words, { passing }: PassingView): string[] {
  if (!passing) return [t('passing.held')]
  const { at, papers, papersDueAt, confirmedAt } = passing
  const passed = t('passing.passed', { at: formatDateTime(at) })
  if (!papersDueAt) return [passed, t('passing.noPapers')]
  const came = confirmedAt
    ? t('passing.papersCame', { at: formatDateTime(confirmedAt) })
    : t('passing.papersDue', { count: String(papers), due: formatDateTime(papersDueAt) })
  return [passed, came]
}
