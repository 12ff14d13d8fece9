import { inTransaction } from '@/db/client'
import { appendEvent } from '@/db/queries/events'
import { officerPosts } from '@/db/schema/agencies'
import { parties } from '@/db/schema/dossiers'
import { people } from '@/db/schema/identity'
import { newId } from '@/lib/shared/ids'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { aDossier } from '../payments/a-dossier'

const at = new Date('2026-11-24T01:30:00Z')
type Wanted = { organisation?: boolean; email?: string | null; locale?: 'vi' | 'en' }

/** An accepted dossier of Lê Thị Mẫu, handled by Lê Minh; the first event has number 1. */
export async function aCase(wanted: Wanted = {}) {
  const { organisation = false, email = 'le.thi.mau@demo.test', locale = 'vi' } = wanted
  const personId = await aPerson('Lê Thị Mẫu', { email, phone: '0912 345 678', locale })
  const dossierId = await aDossier('accepted', {
    submitterPersonId: personId,
    dossierCode: `H26.5-261124-${newId().slice(-6)}`,
    ownerName: organisation ? 'Công ty TNHH Nha khoa An Bình' : 'Lê Thị Mẫu',
    acceptedAt: at,
    acceptanceDueAt: new Date('2026-11-24T02:00:00Z'),
    appraisalDueAt: new Date('2027-01-22T10:00:00Z'),
  })
  const kind = organisation ? 'organisation' : 'person'
  await inTransaction((tx) =>
    tx.insert(parties).values({ dossierId, role: 'owner', kind, name: 'whoever' }),
  )
  return { dossierId, personId }
}

async function aPerson(
  fullName: string,
  more: { email?: string | null; phone?: string; locale?: 'vi' | 'en' } = {},
): Promise<string> {
  const id = newId()
  await inTransaction((tx) => tx.insert(people).values({ id, fullName, createdAt: at, ...more }))
  return id
}

/** Writes an event into the record of a dossier; whoever raised it is an officer of that name. */
export async function anEvent(
  dossierId: string,
  event: { seq: number; type: LicenceEvent; by?: string; details?: Record<string, unknown> },
): Promise<void> {
  const { seq, type, by, details = {} } = event
  const officer = by ? await aPost(by) : null
  await inTransaction((tx) =>
    appendEvent(tx, {
      dossierId,
      seq,
      at,
      id: newId(),
      type,
      typeVersion: 1,
      homeAgencyId: 'syt-01',
      actorKind: 'person',
      actorPersonId: officer?.personId ?? null,
      actorPostId: officer?.postId ?? null,
      toState: 'accepted',
      clockEffect: 'none',
      details,
      canonical: '{}',
      previousHash: '',
      hash: '',
    }),
  )
}

async function aPost(fullName: string) {
  const [personId, postId] = [await aPerson(fullName), newId()]
  await inTransaction((tx) =>
    tx.insert(officerPosts).values({
      id: postId,
      personId,
      agencyId: 'syt-01',
      division: 'Phòng Nghiệp vụ Y',
      position: 'Chuyên viên',
      capacityLines: [],
      roles: ['deskOfficer'],
      phone: '024 0000 0000',
      validFrom: at,
    }),
  )
  return { personId, postId }
}
