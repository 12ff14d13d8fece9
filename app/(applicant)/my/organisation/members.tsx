import { procedureNames } from '@/app/_server/procedure-names'
import { getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import { Link } from '@/components/ui/link'
import { type Column, Table } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import {
  isOpenStanding,
  type MemberStanding,
  type OrganisationView,
} from '@/lib/workspace/view-organisation'
import { lastDay } from './own-role'

type Row = OrganisationView['members'][number]

const TONES = {
  invited: 'info',
  coming: 'info',
  active: 'ok',
  over: 'neutral',
  ended: 'neutral',
} as const satisfies Record<MemberStanding, Tone>

/** Who works for the organisation, in which role, by which mandate, and how that stands. */
export async function Members({ view }: { view: OrganisationView }) {
  const t = await getTranslator('workspace')
  if (view.members.length === 0 && !view.manages) return null
  return (
    <section>
      <h2 className="mb-2">{t('members.title')}</h2>
      {view.members.length === 0 ? (
        <p className="text-soft">{t('members.none')}</p>
      ) : (
        <Table
          caption={t('members.title')}
          captionHidden
          columns={await columns(view.manages)}
          rows={view.members}
          rowKey={({ id }) => id}
        />
      )}
    </section>
  )
}

async function columns(manages: boolean): Promise<Column<Row>[]> {
  const t = await getTranslator('workspace')
  return [
    {
      key: 'name',
      header: t('members.name'),
      cell: ({ name, email, standing }) => (
        <>
          <span className="font-semibold">{name}</span>
          {email && standing === 'invited' && (
            <span className="block break-all text-soft">{t('members.byEmail', { email })}</span>
          )}
        </>
      ),
    },
    { key: 'role', header: t('members.role'), cell: ({ role }) => t(`roles.${role}`) },
    { key: 'period', header: t('members.period'), cell: (row) => <Scope row={row} /> },
    {
      key: 'standing',
      header: t('members.standing'),
      cell: (row) => <Standing row={row} manages={manages} />,
    },
  ]
}

async function Scope({ row }: { row: Row }) {
  const t = await getTranslator('workspace')
  const { validFrom, validTo, paperNumber, paperDay, role, procedures, mayFile } = row
  const from = formatDate(validFrom)
  const names = await procedureNames(procedures)
  return (
    <>
      {validTo
        ? t('members.dates', { from, to: formatDate(lastDay(validTo)) })
        : t('members.noEnd', { from })}
      {paperNumber && paperDay && (
        <span className="block">
          {t('members.paper', { number: paperNumber, day: formatDate(paperDay) })}
        </span>
      )}
      {role === 'consultant' && (
        <span className="block">{names.length > 0 ? names.join('; ') : t('members.all')}</span>
      )}
      {mayFile && <span className="block">{t('members.mayFile')}</span>}
    </>
  )
}

async function Standing({ row, manages }: { row: Row; manages: boolean }) {
  const t = await getTranslator('workspace')
  const { id, name, standing, endedAt } = row
  return (
    <>
      <Tag tone={TONES[standing]}>{t(`members.standings.${standing}`)}</Tag>
      {endedAt && (
        <span className="block text-soft">
          {t('members.endedAt', { at: formatDateTime(endedAt) })}
        </span>
      )}
      {manages && isOpenStanding(standing) && (
        <Link href={`/my/organisation/members/${id}/end`} className="mt-2 inline-block">
          {t('members.end')} <span className="sr-only">{t('members.endOf', { name })}</span>
        </Link>
      )}
    </>
  )
}
