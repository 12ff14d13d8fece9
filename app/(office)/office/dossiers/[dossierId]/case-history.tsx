import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { Timeline } from '@/components/ui/timeline'
import type { OfficeView } from '@/lib/dossiers/view-dossier'

/** Documents of the case, what was said in it, and everything that happened. */
export async function CaseHistory({ view }: { view: OfficeView }) {
  const t = await getTranslator('office')
  const names = new Map(view.timeline.map((row) => [row.seq, row]))
  return (
    <>
      {view.documents.length > 0 && (
        <section aria-labelledby="documents-title" className="mt-6 text-sm">
          <h2 id="documents-title" className="mb-2 text-base">
            {t('documents')}
          </h2>
          <ul>
            {view.documents.map((document) => (
              <li
                key={`${document.kind}-${document.ordinal}`}
                className="border-t border-hairline py-1.5"
              >
                {t(`documentKinds.${document.kind}`)} {document.number}{' '}
                <span className="text-soft">{t(`documentStates.${document.state}`)}</span>
                {document.issuedFile && (
                  <a href={`/api/files/${document.issuedFile.fileId}`} className="block">
                    {t('download')}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="mt-4 text-sm">
        <a
          href={`/office/dossiers/${view.dossier.id}/control-slip`}
          target="_blank"
          rel="noreferrer"
        >
          {t('documentKinds.control-slip')}
        </a>
      </p>
      {view.opinions.length > 0 && (
        <section aria-labelledby="words-title" className="mt-6 text-sm">
          <h2 id="words-title" className="mb-2 text-base">
            {t('words')}
          </h2>
          {view.opinions.map((opinion) => (
            <blockquote key={opinion.id} className="border-t border-hairline py-1.5">
              <p className="mb-0 whitespace-pre-line">{opinion.text}</p>
              <footer className="text-xs text-soft">
                {names.get(opinion.seq)?.actorName}, {formatDateTime(opinion.at)}
              </footer>
            </blockquote>
          ))}
        </section>
      )}
      <History view={view} />
    </>
  )
}

async function History({ view }: { view: OfficeView }) {
  const [t, words, layout, locale] = [
    await getTranslator('office'),
    await getTranslator('dossier'),
    await getTranslator('layout'),
    await getLocale(),
  ]
  return (
    <section aria-labelledby="history-title" className="mt-6 text-sm">
      <h2 id="history-title" className="mb-2 text-base">
        {t('history')}
      </h2>
      <Timeline
        items={view.timeline.toReversed().map((row, index) => ({
          id: String(row.seq),
          title: words.has(`events.${row.type as 'submit'}`)
            ? words(`events.${row.type as 'submit'}`)
            : row.type,
          state: index === 0 ? 'now' : 'done',
          meta: [
            formatDateTime(row.at),
            row.actorName ?? words('system'),
            locale === 'vi' ? row.position : null,
            row.forName && layout('delegatedFrom', { name: row.forName }),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
      <p className="mt-3">
        <a href={`/office/dossiers/${view.dossier.id}/record`} download>
          {words('downloadRecord')}
        </a>
        <span className="block text-soft">{words('recordHint')}</span>
      </p>
    </section>
  )
}
