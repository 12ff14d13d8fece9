import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate, formatFileSize } from '@/components/format'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import type { OfficeView } from '@/lib/dossiers/view-dossier'

type Props = { view: OfficeView; fileId: string | undefined; page: number }
type File = OfficeView['papers'][number]['files'][number]

/** Middle of the bench: the papers as page images; the applicant's own file is a download. */
export async function PaperViewer({ view, fileId, page }: Props) {
  const [t, locale] = [await getTranslator('office'), await getLocale()]
  const files = view.papers.flatMap((paper) => paper.files)
  const chosen = files.find((file) => file.fileId === fileId) ?? files[0]
  return (
    <section aria-labelledby="papers-title" className="p-4" id="papers">
      <h2 id="papers-title" className="mb-2 text-base">
        {t('papers', { count: String(files.length) })}
      </h2>
      {files.length === 0 && <p>{t('noPapers')}</p>}
      <ul className="mb-4 text-sm">
        {view.papers.map((paper) => (
          <li key={paper.slotKey} className="border-t border-hairline py-1.5">
            <span className="block text-xs text-soft">
              {view.procedure.papers.find((slot) => slot.key === paper.slotKey)?.name[locale]}
            </span>
            <Reading paper={paper} />
            {paper.files.map((file) => (
              <Link
                key={file.fileId}
                href={`?file=${file.fileId}#papers`}
                aria-current={file === chosen ? 'true' : undefined}
                className={classNames('block py-0.5', file === chosen && 'font-semibold')}
              >
                {file.name} <span className="text-soft">{formatFileSize(file.size, locale)}</span>
                {file.origin && <Origin origin={file.origin} />}
              </Link>
            ))}
          </li>
        ))}
      </ul>
      {chosen && <Pages file={chosen} page={page} />}
    </section>
  )
}

/** What was read from the paper when it was digitised. */
async function Reading({ paper: { digitised } }: { paper: OfficeView['papers'][number] }) {
  if (!digitised) return null
  const t = await getTranslator('digitise')
  const { title, number, validTo } = digitised
  const words = number ? t('recordedNumber', { title, number }) : t('recorded', { title })
  const until = validTo && t('until', { date: formatDate(validTo) })
  return <span className="block text-xs">{[words, until].filter(Boolean).join(', ')}</span>
}

/** A paper that was on file before: the officer may look where it was accepted. */
async function Origin({ origin }: { origin: NonNullable<File['origin']> }) {
  const t = await getTranslator('form')
  if (origin.kind !== 'dossier' && origin.kind !== 'licence') return null
  return (
    <span className="block text-xs text-soft">
      {origin.kind === 'dossier'
        ? t('papers.origin.dossier', { reference: origin.reference })
        : t('papers.origin.licence', { number: origin.number })}
    </span>
  )
}

async function Pages({ file, page }: { file: File; page: number }) {
  const t = await getTranslator('office')
  if (file.state === 'rejected') return <p>{t('rejectedFile')}</p>
  const shown = file.pages.find((candidate) => candidate.page === page) ?? file.pages[0]
  if (!shown) return <p>{t('preparing')}</p>
  const numbers = { page: String(shown.page), pages: String(file.pages.length) }
  const image = `/api/files/${file.fileId}/pages/${shown.page}`
  const at = (to: number) => `?file=${file.fileId}&page=${to}#papers`
  return (
    <figure>
      <figcaption className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span className="font-semibold">{t('pageOf', numbers)}</span>
        {shown.page > 1 && <Link href={at(shown.page - 1)}>{t('previous')}</Link>}
        {shown.page < file.pages.length && <Link href={at(shown.page + 1)}>{t('next')}</Link>}
        <a href={image} target="_blank" rel="noreferrer">
          {t('zoom')}
        </a>
        <a href={`/api/files/${file.fileId}`}>{t('original')}</a>
      </figcaption>
      {/* biome-ignore lint/performance/noImgElement: a private page image must not pass through a public image cache */}
      <img
        src={image}
        alt={t('pageAlt', { name: file.name, page: numbers.page })}
        width={shown.width}
        height={shown.height}
        className="h-auto w-full border border-line bg-paper"
      />
    </figure>
  )
}
