import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import type { OwnDossier } from '@/lib/dossiers/my-dossiers'

/** Dossiers of the applicant, one under the other, each with its state and what to do. */
export async function DossierPile({ rows }: { rows: readonly OwnDossier[] }) {
  const [t, words, locale] = [
    await getTranslator('my'),
    await getTranslator('dossier'),
    await getLocale(),
  ]
  return (
    <ul>
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t border-line py-3 last:border-b"
        >
          <div className="min-w-0">
            <Link href={`/my/dossiers/${row.id}`} className="font-semibold">
              {row.subject}
            </Link>
            {row.subject !== row.procedureName.vi && (
              <span className="block text-sm">{row.procedureName[locale]}</span>
            )}
            <span className="block text-sm text-soft tabular-nums">
              {row.reference} · {formatDateTime(row.updatedAt)}
            </span>
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <Tag tone={toneOf(row)}>{words(`states.${row.state}`)}</Tag>
            {(row.state === 'awaiting-payment' || row.state === 'awaiting-obligation') && (
              <LinkButton href={`/my/dossiers/${row.id}/payment`} size="slim">
                {t('pay')}
              </LinkButton>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function toneOf({ state }: OwnDossier) {
  if (state === 'awaiting-payment') return 'warn'
  if (state === 'issued' || state === 'delivered') return 'ok'
  return state === 'refused-at-intake' ? 'late' : 'info'
}
