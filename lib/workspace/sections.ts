import { db, inTransaction, type Transaction } from '@/db/client'
import { findOwnDraftForUpdate } from '@/db/queries/drafts'
import { findDraftPapers } from '@/db/queries/files'
import { type Colleague, findColleagues } from '@/db/queries/memberships'
import {
  findSectionTasks,
  removeSectionTask,
  type SectionTask,
  saveSectionTask,
  setSectionDone,
} from '@/db/queries/section-tasks'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import { openAnswers } from '@/lib/casework/sealed-answers'
import { tellMembers } from '@/lib/casework/tell-members'
import { type Day, dayOf } from '@/lib/deadlines/day'
import type { DraftView } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { reachOf } from '@/lib/identity/member-rights'
import type { WorkspaceRight } from '@/lib/identity/member-rows'
import { accept, type Result, refuse } from '@/lib/shared/result'
import { sectionDigest } from '@/lib/workspace/section-digest'

export type SectionRefusal = {
  code: 'not-found' | 'section-not-found' | 'not-a-member' | 'due-day-past' | 'not-your-section'
}

type Place = { draftId: string; sectionKey: string; at: Date }
/** Without a person the section is taken back from whoever had it. */
export type Giving = Place & { personId: string | null; dueOn?: Day | undefined }

/** Gives a section of a draft to one of the organisation's people, perhaps until a day. */
export function giveSection(
  actor: PersonActor,
  { personId, dueOn, at, ...place }: Giving,
): Promise<Result<undefined, SectionRefusal>> {
  return inTransaction(async (tx): Promise<Result<undefined, SectionRefusal>> => {
    const found = await findPlace(tx, actor, { ...place, right: 'give-sections' })
    if (!found.ok) return found
    if (personId === null) {
      await removeSectionTask(tx, place)
      return accept(undefined)
    }
    if (dueOn && dueOn < dayOf(at)) return refuse({ code: 'due-day-past' })
    const { organisationId, procedureKey } = found.value
    const colleagues = await findColleagues(tx, organisationId, at)
    if (!colleagues.some((one) => one.personId === personId && reaches(one, procedureKey)))
      return refuse({ code: 'not-a-member' })
    await saveSectionTask(tx, {
      ...place,
      personId,
      givenBy: actor.personId,
      givenAt: at,
      dueOn: dueOn ?? null,
      doneAt: null,
      doneDigest: null,
    })
    const about = { ...place, organisationId, byPersonId: actor.personId, at }
    await tellMembers(tx, { ...about, to: [personId], kind: 'section-given' })
    return accept(undefined)
  })
}

/** Whoever was given a section says that it is done: as it stands now, and no longer than that. */
export function finishSection(
  actor: PersonActor,
  { at, ...place }: Place,
): Promise<Result<undefined, SectionRefusal>> {
  return inTransaction(async (tx): Promise<Result<undefined, SectionRefusal>> => {
    const found = await findPlace(tx, actor, { ...place, right: 'write-drafts' })
    if (!found.ok) return found
    const tasks = await findSectionTasks(tx, place.draftId)
    const task = tasks.find(({ sectionKey }) => sectionKey === place.sectionKey)
    if (task?.personId !== actor.personId) return refuse({ code: 'not-your-section' })
    const { content, organisationId } = found.value
    const doneDigest = sectionDigest(content, place.sectionKey)
    await setSectionDone(tx, place, { doneAt: at, doneDigest })
    const about = { ...place, organisationId, byPersonId: actor.personId, at }
    await tellMembers(tx, { ...about, to: [task.givenBy], kind: 'section-done' })
    return accept(undefined)
  })
}

type Found = {
  organisationId: string
  procedureKey: string
  content: Pick<DraftView, 'procedure' | 'answers' | 'papers'>
}

/** A section of an organisation's unsent draft, locked, for somebody who holds the right there. */
export async function findPlace(
  tx: Transaction,
  actor: PersonActor,
  { draftId, sectionKey, right }: { draftId: string; sectionKey: string; right: WorkspaceRight },
): Promise<Result<Found, SectionRefusal>> {
  const owner = draftOwner(actor, right)
  const draft = owner && (await findOwnDraftForUpdate(tx, owner, draftId))
  const organisationId = draft?.organisationId
  if (!draft || !organisationId || draft.submittedDossierId) return refuse({ code: 'not-found' })
  const procedure = await procedureOfVersion(tx, draft.procedureVersionId)
  const tasks = owner.givenOnly ? await findSectionTasks(tx, draftId) : undefined
  const given = tasks?.some((task) => isOf(task, actor) && task.sectionKey === sectionKey) ?? true
  if (!given || !procedure.sections.some(({ key }) => key === sectionKey))
    return refuse({ code: 'section-not-found' })
  const answers = openAnswers(procedure, draft.answers)
  const content = { procedure, answers, papers: await findDraftPapers(tx, draftId) }
  return accept({ organisationId, procedureKey: draft.procedureKey, content })
}

const isOf = (task: SectionTask, { personId }: PersonActor) => task.personId === personId

function reaches({ procedures }: Colleague, procedureKey: string): boolean {
  return procedures.length === 0 || procedures.includes(procedureKey)
}

export type GivenSection = {
  sectionKey: string
  personId: string
  fullName: string
  dueOn: string | null
  standing: 'needs-you' | 'waiting' | 'done'
}

export type Teamwork = {
  sections: GivenSection[]
  /** To whom sections may be given; empty for whoever may not give any. */
  colleagues: Colleague[]
}

/** Who does which section of an organisation's draft; undefined where nobody shares the work. */
export async function viewTeamwork(
  actor: PersonActor,
  view: DraftView,
  at: Date,
): Promise<Teamwork | undefined> {
  const { draft, given } = view
  const { organisationId } = draft
  if (organisationId === null || actor.capacity.kind !== 'organisation') return undefined
  const tasks = await findSectionTasks(db, draft.id)
  const gives = reachOf(actor, 'give-sections') === 'all'
  const colleagues = gives ? await findColleagues(db, organisationId, at) : []
  return {
    sections: tasks
      .filter(({ sectionKey }) => given === null || given.includes(sectionKey))
      .map((task) => shown(actor, view, task)),
    colleagues: colleagues.filter((one) => reaches(one, draft.procedureKey)),
  }
}

function shown(actor: PersonActor, view: DraftView, task: SectionTask): GivenSection {
  const { sectionKey, personId, fullName, dueOn, doneDigest } = task
  const done = doneDigest !== null && doneDigest === sectionDigest(view, sectionKey)
  const open = isOf(task, actor) ? 'needs-you' : 'waiting'
  return { sectionKey, personId, fullName, dueOn, standing: done ? 'done' : open }
}
