import type { AgencyRow } from '@/db/queries/agencies'
import type { PartyRow } from '@/db/queries/dossiers'
import type { FindingRow, InspectionRow, MemberRow } from '@/db/queries/inspections'
import { clockTime, dayOf, momentOf } from '@/lib/deadlines/day'
import {
  type InspectionMinutesData,
  inspectionMinutesDataSchema,
} from '@/lib/documents/inspection-minutes-data'
import { longDate } from '@/lib/documents/vietnamese-dates'
import type { ClosedVisit } from '@/lib/dossiers/inspections/closed-visit'
import type { OpenCase } from '@/lib/dossiers/inspections/open-case'
import { siteItems } from '@/lib/dossiers/inspections/visit-rules'
import type { Procedure } from '@/lib/procedures/procedure'
import { env } from '@/lib/server/env'
import { accept, type Result, refuse } from '@/lib/shared/result'

export type MinutesFacts = {
  act: ClosedVisit
  open: OpenCase
  visit: InspectionRow
  agency: AgencyRow
  team: readonly MemberRow[]
  findings: readonly FindingRow[]
  photos: readonly { name: string }[]
  owner: PartyRow | undefined
}

/**
 * What the minutes print: the plan, the findings and what the two sides said, as of this moment. Refuses
 * a text with characters that no printed document has.
 */
export function minutesData(
  facts: MinutesFacts,
): Result<InspectionMinutesData, { code: 'unprintable-text' }> {
  const { act, open, visit, agency, team, photos, owner } = facts
  const { dossier, procedure } = open
  const data = inspectionMinutesDataSchema.safeParse({
    heading: {
      parentAgency: agency.parentNameVi.toUpperCase(),
      agency: agency.nameVi.toUpperCase(),
      place: agency.place,
    },
    agencyName: agency.nameVi,
    number: act.minutesNumber,
    subject: `thẩm định điều kiện ${procedure.result.act} tại cơ sở`,
    bases: bases(procedure, visit),
    dossier: {
      codeKind: 'dossier-code',
      code: dossier.dossierCode ?? dossier.submissionReference,
      procedure: `${procedure.name.vi} (${procedure.nationalCode.value ?? procedure.key})`,
      receivedAt: (dossier.acceptedAt ?? dossier.submittedAt).toISOString(),
    },
    startedAt: momentOf(act.heldOn, clockTime(act.startedAt)).toISOString(),
    endedAt: momentOf(act.heldOn, clockTime(act.endedAt)).toISOString(),
    place: visit.place ?? '',
    team: team.map(({ part, name, title }) => ({ part, name, title })),
    facility: {
      name: dossier.subject,
      address: owner?.address || (visit.place ?? ''),
      representatives: [act.facility],
    },
    checklist: checklistLines(facts),
    photos: photos.map(({ name }) => ({ name, caption: '' })),
    summary: act.finding === 'fail' ? '' : act.summary,
    conclusion: conclusionOf(act),
    facilityStatement: act.facilityStatement,
    preparedAt: act.at.toISOString(),
    demo: env().APP_MODE !== 'production',
  })
  return data.success ? accept(data.data) : refuse({ code: 'unprintable-text' })
}

function bases(procedure: Procedure, { decisionNumber, plannedFor }: InspectionRow): string[] {
  const law = procedure.clocks.find(({ startsAt }) => startsAt === 'inspection-minutes')?.basis
  const clause = procedure.clauses.find(({ key }) => key === law)
  const notice = plannedFor ? `; thông báo thẩm định vào ${longDate(dayOf(plannedFor))}` : ''
  return [
    ...(clause ? [`Căn cứ ${clause.article}, ${clause.law};`] : []),
    `Căn cứ Quyết định về việc thành lập đoàn thẩm định số ${decisionNumber ?? ''}${notice},`,
  ]
}

function checklistLines({ open: { procedure }, findings }: MinutesFacts) {
  const clauses = new Map(procedure.clauses.map((clause) => [clause.key, clause]))
  const found = new Map(findings.map((finding) => [finding.itemKey, finding]))
  return siteItems(procedure).flatMap((item) => {
    const finding = found.get(item.key)
    if (!finding) return []
    const clause = item.basis ? clauses.get(item.basis) : undefined
    return [
      {
        item: item.text.vi,
        clause: clause ? `${clause.article}, ${clause.law}` : '',
        verdict: finding.verdict,
        note: finding.note,
      },
    ]
  })
}

function conclusionOf({ finding, summary, corrections, dueDay }: ClosedVisit) {
  if (finding === 'pass') return { kind: 'pass' as const }
  if (finding === 'fail') return { kind: 'fail' as const, reason: summary }
  return {
    kind: 'pass-with-corrections' as const,
    corrections: corrections.map(({ text }) => text),
    dueDay,
  }
}
