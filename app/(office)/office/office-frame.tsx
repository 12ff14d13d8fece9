import type { ReactNode } from 'react'
import { getFrame } from '@/app/_server/frame'
import type { OfficeActor } from '@/app/_server/office-actor'
import { getTranslator } from '@/app/_server/translator'
import { type OfficeLink, OfficeShell } from '@/components/layout/office-shell'
import type { Viewer } from '@/components/layout/viewer'
import { getAgencyName } from '@/lib/administration/agency-names'
import { mayLend } from '@/lib/administration/delegations'
import { mayPublish } from '@/lib/administration/publish-calendar'
import { REGISTER_READERS } from '@/lib/dossiers/register/register-data'
import { countQueues, type QueueCount } from '@/lib/dossiers/work-queue'
import { eyesOf } from '@/lib/identity/lent-powers'
import { countLettersToSeal } from '@/lib/letters/letters-to-seal'
import { unreadInOffice } from '@/lib/notifications/office-inbox'
import { clock } from '@/lib/server/business-clock'
import { listRepliesOver } from '@/lib/supplements/close-without-reply'

type Props = { actor: OfficeActor; current?: string | undefined; children: ReactNode }

/** The officers' frame with the queues of the post and their counts. */
export async function OfficeFrame({ actor, current, children }: Props) {
  const { capacity } = actor
  const [frame, t, counts, agencyName] = await Promise.all([
    getFrame(),
    getTranslator('office'),
    countQueues(capacity),
    getAgencyName(capacity.agencyId),
  ])
  const link = ({ key, open }: QueueCount) => ({
    href: `/office/queues/${key}`,
    text: t(`queues.${key}`),
    count: key === 'done' ? undefined : open,
    current: key === current,
  })
  const wide = (count: QueueCount) => count.key === 'all' || count.key === 'done'
  return (
    <OfficeShell
      locale={frame.locale}
      demo={frame.demo}
      agencyName={agencyName[frame.locale]}
      viewer={viewerOf(actor, agencyName[frame.locale])}
      groups={[
        {
          id: 'work',
          title: t('workTitle'),
          links: [
            await inboxLink(actor, current),
            ...counts.filter((c) => !wide(c)).map(link),
            ...(await sealLinks(actor, current)),
            ...(await closingLinks(actor, current)),
          ],
        },
        {
          id: 'agency',
          title: t('agencyTitle'),
          links: [...counts.filter(wide).map(link), ...(await agencyLinks(capacity, current))],
        },
      ]}
    >
      {children}
    </OfficeShell>
  )
}

function viewerOf({ fullName, capacity }: OfficeActor, agencyName: string): Viewer {
  return {
    fullName,
    capacity: {
      kind: 'officer',
      position: capacity.position,
      agencyName,
      delegatedFrom: capacity.delegation?.principalName,
    },
    workHref: '/office',
    changeCapacityHref: '/choose-capacity',
    signOutHref: '/sign-out',
  }
}

/** What the officer was told, with how much of it is unread. */
async function inboxLink(actor: OfficeActor, current: string | undefined): Promise<OfficeLink> {
  const { personId, capacity } = actor
  const inbox = { personId, agencyId: capacity.agencyId, hiddenFrom: eyesOf(actor) }
  const [t, unread] = await Promise.all([getTranslator('officeInbox'), unreadInOffice(inbox)])
  return { href: '/office/inbox', text: t('title'), unread, current: current === 'inbox' }
}

/** The desk's second list: dossiers whose answer never came. */
async function closingLinks(
  actor: OfficeActor,
  current: string | undefined,
): Promise<OfficeLink[]> {
  if (!actor.capacity.roles.includes('deskOfficer')) return []
  const rows = await listRepliesOver(actor, clock.now())
  const t = await getTranslator('supplement')
  const href = '/office/closing'
  return [{ href, text: t('office.queue'), count: rows.length, current: current === 'closing' }]
}

/** The records clerk's second list: letters beside results. */
async function sealLinks(actor: OfficeActor, current: string | undefined): Promise<OfficeLink[]> {
  const count = await countLettersToSeal(actor)
  if (count === undefined) return []
  const t = await getTranslator('letters')
  const href = '/office/letters'
  return [{ href, text: t('list.link'), count, current: current === 'letters' }]
}

/** Pages of the whole agency beside its lists, as far as they are this officer's. */
async function agencyLinks(
  capacity: OfficeActor['capacity'],
  current: string | undefined,
): Promise<OfficeLink[]> {
  const [office, lending, process, calendars] = [
    await getTranslator('office'),
    await getTranslator('delegations'),
    await getTranslator('process'),
    await getTranslator('calendars'),
  ]
  const reads = REGISTER_READERS.some((role) => capacity.roles.includes(role))
  const pages = [
    { key: 'register', text: office('register'), shown: reads },
    { key: 'delegations', text: lending('link'), shown: mayLend(capacity) },
    { key: 'process', text: process('link'), shown: true },
    { key: 'calendars', text: calendars('link'), shown: mayPublish(capacity) },
  ]
  return pages
    .filter(({ shown }) => shown)
    .map(({ key, text }) => ({ href: `/office/${key}`, text, current: key === current }))
}
