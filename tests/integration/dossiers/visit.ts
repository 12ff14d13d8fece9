import { db } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import { findDossier } from '@/db/queries/dossiers'
import { getProcedureBody } from '@/lib/casework/definitions'
import { postOf } from '@/lib/dossiers/act-with-words'
import { closeVisit } from '@/lib/dossiers/inspections/close-visit'
import type { ClosedVisit } from '@/lib/dossiers/inspections/closed-visit'
import { type InspectionPlan, planInspection } from '@/lib/dossiers/inspections/plan-inspection'
import { saveFindings } from '@/lib/dossiers/inspections/save-findings'
import { type Finding, siteItems } from '@/lib/dossiers/inspections/visit-rules'
import type { PersonActor } from '@/lib/identity/actor'
import type { Result } from '@/lib/shared/result'
import { MONDAY } from './stage'

type Visiting = { officer: PersonActor; dossierId: string; at?: Date }

const HOUR = 3_600_000

async function base({ officer, dossierId, at = MONDAY }: Visiting) {
  const dossier = await findDossier(db, dossierId)
  return { actor: officer, dossierId, expectedVersion: dossier?.version ?? -1, at }
}

/** Plans a visit of the officer alone, two hours from now, with what the test says of it. */
export async function plan(visiting: Visiting, more: Partial<InspectionPlan> = {}) {
  const act = await base(visiting)
  return planInspection({
    ...act,
    plannedFor: new Date(act.at.getTime() + 2 * HOUR),
    place: 'Số 12 phố Mẫu, Hà Nội',
    agenda: 'Phòng khám, thiết bị, nhân sự; chủ cơ sở và người chịu trách nhiệm chuyên môn',
    decisionNumber: '100/QĐ-SYT ngày 20/11/2026',
    leadPostId: postOf(act),
    secretaryPostId: null,
    memberPostIds: [],
    outsiders: [],
    ...more,
  })
}

/** Judges every item of the site as met, but for those named. */
export async function judge(
  { officer, dossierId }: Visiting,
  unmet: readonly string[] = [],
): Promise<Finding[]> {
  const dossier = await findDossier(db, dossierId)
  const version = await getDefinition(db, dossier?.procedureVersionId ?? '')
  const findings = siteItems(getProcedureBody(version)).map(({ key }) => ({
    itemKey: key,
    verdict: unmet.includes(key) ? ('not-met' as const) : ('met' as const),
    note: '',
  }))
  must(await saveFindings(officer, { dossierId, findings }))
  return findings
}

/** Closes the visit, passed unless the test says otherwise. */
export async function close(visiting: Visiting, more: Partial<ClosedVisit> = {}) {
  return closeVisit({
    ...(await base(visiting)),
    heldOn: '2026-11-23',
    startedAt: '08:30',
    endedAt: '09:45',
    finding: 'pass',
    corrections: [],
    dueDay: null,
    minutesNumber: '12/BB-TĐ',
    facility: { name: 'Lê Thị Mẫu', title: 'Chủ hộ kinh doanh' },
    summary: 'Cơ sở bảo đảm điều kiện hoạt động.',
    facilityStatement: '',
    ...more,
  })
}

/** A visit planned, judged and passed, as most are. */
export async function holdInspection(visiting: Visiting, more: Partial<ClosedVisit> = {}) {
  must(await plan(visiting))
  await judge(visiting)
  return close(visiting, more)
}

export function must<Value>(result: Result<Value, { code: string }>): Value {
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
}
