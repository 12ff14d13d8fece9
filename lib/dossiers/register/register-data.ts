import { db, type Queryable } from '@/db/client'
import { getAgency } from '@/db/queries/agencies'
import { findHidden } from '@/db/queries/conflicts'
import { getDefinition } from '@/db/queries/definitions'
import { findRegisterPage, type RegisterEntry } from '@/db/queries/register'
import { getProcedureBody } from '@/lib/casework/definitions'
import { addDays, type Day, daysBetween, momentOf } from '@/lib/deadlines/day'
import { standingOf } from '@/lib/deadlines/standing'
import {
  type RegisterData,
  type RegisterRow,
  registerDataSchema,
} from '@/lib/documents/register-data'
import type { Actor } from '@/lib/identity/actor'
import { eyesOf } from '@/lib/identity/lent-powers'
import { env } from '@/lib/server/env'
import { maskPhone } from '@/lib/shared/masked'
import { accept, type Result, refuse } from '@/lib/shared/result'
import type { OfficerRole } from '@/lib/workflow/roles'

export type RegisterQuestion = { from: Day; to: Day; at: Date }
export type RegisterRefusal =
  | { code: 'not-found' }
  | { code: 'period-backwards' }
  | { code: 'period-too-long' }

/** Who reads and prints the register. */
export const REGISTER_READERS: readonly OfficerRole[] = [
  'deskOfficer',
  'headOfDivision',
  'agencyLeader',
]
const LONGEST_DAYS = 366
const PAGE = 500

/**
 * The dossier register of the officer's own agency for any period (form 07 of Circular 03/2025/TT-VPCP):
 * every dossier accepted in it, with its standing at the moment of asking.
 */
export async function readRegister(
  actor: Actor,
  { from, to, at }: RegisterQuestion,
): Promise<Result<RegisterData, RegisterRefusal>> {
  if (actor.kind !== 'person' || actor.capacity.kind !== 'officer') {
    return refuse({ code: 'not-found' })
  }
  const { agencyId, roles, position } = actor.capacity
  if (!roles.some((role) => REGISTER_READERS.includes(role))) return refuse({ code: 'not-found' })
  if (to < from) return refuse({ code: 'period-backwards' })
  if (daysBetween(from, to) > LONGEST_DAYS) return refuse({ code: 'period-too-long' })
  const agency = await getAgency(db, agencyId)
  const hidden = await findHidden(db, eyesOf(actor))
  const rows: RegisterRow[] = []
  for await (const entry of entriesOf(db, { agencyId, from, to })) {
    const row = await rowOf(entry, agency.nameVi, at)
    rows.push(hidden.has(entry.id) ? withoutOwner(row) : row)
  }
  return accept(
    registerDataSchema.parse({
      heading: {
        parentAgency: agency.nameVi.toUpperCase(),
        agency: agency.contact.deskName.vi.toUpperCase(),
        place: agency.place,
      },
      agencyName: agency.nameVi,
      period: { from, to },
      scope: '',
      rows,
      printedAt: at.toISOString(),
      signature: { capacityLines: [position.toUpperCase()], signerName: actor.fullName },
      demo: env().APP_MODE !== 'production',
    }),
  )
}

async function* entriesOf(
  tx: Queryable,
  { agencyId, from, to }: { agencyId: string; from: Day; to: Day },
) {
  const period = { agencyId, from: momentOf(from, 0), until: momentOf(addDays(to, 1), 0) }
  for (let after: RegisterEntry | null = null; ; ) {
    const page: RegisterEntry[] = await findRegisterPage(tx, period, { after, limit: PAGE })
    yield* page
    after = page.at(-1) ?? null
    if (page.length < PAGE) return
  }
}

/** The register is whole whoever prints it; whose dossier it is stays hidden from who declared an interest. */
function withoutOwner(row: RegisterRow): RegisterRow {
  return { ...row, owner: '(không hiển thị)', address: '', phone: '' }
}

const VIA = { online: 'Trực tuyến', counter: 'Trực tiếp', post: 'Bưu chính' } as const

async function rowOf(entry: RegisterEntry, leadAgency: string, at: Date): Promise<RegisterRow> {
  const version = await getDefinition(db, entry.procedureVersionId)
  const procedure = getProcedureBody(version)
  return {
    code: entry.code,
    procedure: procedure.shortName.vi,
    sets: 1,
    owner: entry.ownerName,
    address: entry.address ?? '',
    phone: maskPhone(entry.phone ?? ''),
    leadAgency,
    receivedAt: entry.acceptedAt.toISOString(),
    dueAt: entry.dueAt?.toISOString() ?? null,
    returnedAt: entry.handedOverAt?.toISOString() ?? null,
    channel: channelOf(entry),
    receivedBy: entry.handedOverAt ? 'Xác nhận điện tử' : '',
    note: '',
    standing: registerStanding(entry, at),
  }
}

function channelOf({ via, wantsPaperCopy }: RegisterEntry): string {
  if (via) return VIA[via]
  return wantsPaperCopy ? 'Trực tuyến, bản giấy' : VIA.online
}

/** How a dossier stands in the register: ended ones by date, open ones within or past their limit. */
export function registerStanding(
  { state, dueAt, endedAt }: Pick<RegisterEntry, 'state' | 'dueAt' | 'endedAt'>,
  now: Date,
): RegisterRow['standing'] {
  if (state === 'stopped' || state === 'withdrawn') return 'stopped'
  const standing = standingOf({ due: dueAt, ended: endedAt, now })
  if (endedAt) return standing
  return standing === 'overdue' ? 'open-overdue' : 'open'
}
