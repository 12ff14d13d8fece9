import { db } from '@/db/client'
import { getDefinition } from '@/db/queries/definitions'
import { findOwnDraft } from '@/db/queries/drafts'
import { findAskedRequests } from '@/db/queries/filing-requests'
import { findTasksOf } from '@/db/queries/section-tasks'
import { findWorkspaceNotices, markWorkspaceNoticesRead } from '@/db/queries/workspace-notices'
import type { WorkspaceNoticeKind } from '@/db/schema/workspace'
import { getProcedureBody, procedureOfVersion } from '@/lib/casework/definitions'
import { viewDraft } from '@/lib/drafts/view-draft'
import type { PersonActor } from '@/lib/identity/actor'
import { reachOf } from '@/lib/identity/member-rights'
import type { LocalText } from '@/lib/procedures/shape/text'
import { viewTeamwork } from '@/lib/workspace/sections'

export type MyTurn = {
  /** Sections given to the actor that are not done, the first to be due first. */
  sections: {
    draftId: string
    sectionKey: string
    procedureName: LocalText
    title: LocalText
    dueOn: string | null
  }[]
  /** Drafts that wait for the actor's approval. */
  approvals: { draftId: string; procedureName: LocalText; askedByName: string; askedAt: Date }[]
  notices: {
    id: string
    kind: WorkspaceNoticeKind
    draftId: string
    byName: string
    procedureName: LocalText
    section: LocalText | null
    at: Date
    unread: boolean
  }[]
}

/** What needs the actor inside the organisation they act for, and what they were told there. */
export async function viewMyTurn(actor: PersonActor, at: Date): Promise<MyTurn | undefined> {
  if (actor.capacity.kind !== 'organisation') return undefined
  const { organisationId } = actor.capacity
  return {
    sections: await openSections(actor, organisationId, at),
    approvals: await waitingApprovals(actor, organisationId),
    notices: await noticesOf(actor, organisationId),
  }
}

async function openSections(actor: PersonActor, organisationId: string, at: Date) {
  const { personId } = actor
  const tasks = await findTasksOf(db, { personId, organisationId })
  const drafts = [...new Set(tasks.map(({ draftId }) => draftId))]
  const found = await Promise.all(
    drafts.map(async (draftId): Promise<MyTurn['sections']> => {
      const view = await viewDraft(actor, draftId)
      if (!view.ok) return []
      const { procedure } = view.value
      const team = await viewTeamwork(actor, view.value, at)
      return (team?.sections ?? [])
        .filter(({ standing }) => standing === 'needs-you')
        .flatMap(({ sectionKey, dueOn }) => {
          const section = procedure.sections.find(({ key }) => key === sectionKey)
          if (!section) return []
          const { shortName: procedureName } = procedure
          return [{ draftId, sectionKey, procedureName, title: section.title, dueOn }]
        })
    }),
  )
  const last = '9999-12-31'
  return found.flat().toSorted((a, b) => ((a.dueOn ?? last) < (b.dueOn ?? last) ? -1 : 1))
}

async function waitingApprovals(actor: PersonActor, organisationId: string) {
  if (reachOf(actor, 'approve-filing') !== 'all') return []
  const asked = await findAskedRequests(db, organisationId)
  const owner = { personId: actor.personId, organisationId }
  const found = await Promise.all(
    asked.map(async ({ draftId, askedByName, askedAt }) => {
      const draft = await findOwnDraft(db, owner, draftId)
      if (!draft) return []
      const version = await getDefinition(db, draft.procedureVersionId)
      const procedureName = getProcedureBody(version).shortName
      return [{ draftId, procedureName, askedByName, askedAt }]
    }),
  )
  return found.flat()
}

async function noticesOf(actor: PersonActor, organisationId: string): Promise<MyTurn['notices']> {
  const rows = await findWorkspaceNotices(db, { personId: actor.personId, organisationId })
  return Promise.all(
    rows.map(async ({ id, kind, draftId, byName, sectionKey, createdAt, readAt, ...row }) => {
      const procedure = await procedureOfVersion(db, row.procedureVersionId)
      const section = procedure.sections.find(({ key }) => key === sectionKey)
      return {
        id,
        kind,
        draftId,
        byName,
        procedureName: procedure.shortName,
        section: section?.title ?? null,
        at: createdAt,
        unread: readAt === null,
      }
    }),
  )
}

/** Notes that the actor opened a draft they were told about. */
export async function seenInDraft(
  actor: PersonActor,
  { draftId, at }: { draftId: string; at: Date },
): Promise<void> {
  if (actor.capacity.kind !== 'organisation') return
  const { organisationId } = actor.capacity
  await markWorkspaceNoticesRead(db, { personId: actor.personId, organisationId, draftId, at })
}
