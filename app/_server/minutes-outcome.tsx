import { formatDate, formatDateTime } from '@/components/format'
import { Tag } from '@/components/ui/tag'
import type { InspectionView } from '@/lib/dossiers/inspections/view-inspection'
import { getTranslator } from './translator'

/** What the minutes concluded, who signed them and how; both sides are always named. */
export async function MinutesOutcome({ view }: { view: InspectionView }) {
  const t = await getTranslator('inspection')
  const { visit, minutes } = view
  if (!visit?.heldOn || !visit.finding || !minutes) return null
  const file = minutes.issued ?? minutes.signed
  return (
    <>
      <p className="mb-1">
        {t('minutes.heldLine', {
          date: formatDate(visit.heldOn),
          finding: t(`minutes.findings.${visit.finding}`),
        })}
      </p>
      <ul className="mb-2 space-y-1 text-sm">
        {minutes.sides.map((side) => (
          <li key={side.side}>
            <b>{t(`minutes.sides.${side.side}`)}:</b>{' '}
            {t('minutes.by', { name: side.name, title: side.title })}{' '}
            <Tag tone={side.confirmedAt ? 'ok' : 'warn'}>
              {t(`minutes.ways.${side.way ?? 'none'}`, {
                at: side.confirmedAt ? formatDateTime(side.confirmedAt) : '',
              })}
            </Tag>
          </li>
        ))}
      </ul>
      {file ? (
        <a href={`/api/files/${file.fileId}`}>{t('minutes.download')}</a>
      ) : (
        <p className="text-sm text-soft">{t('minutes.coming')}</p>
      )}
    </>
  )
}
