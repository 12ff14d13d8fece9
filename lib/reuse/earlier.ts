import { db, type Queryable } from '@/db/client'
import type { DraftOwner } from '@/db/queries/drafts'
import {
  type EarlierRow,
  findEarlierDossiers,
  findOwnResults,
  findTakenFrom,
  type ResultRow,
} from '@/db/queries/reuse'
import { procedureOfVersion } from '@/lib/casework/definitions'
import { draftOwner } from '@/lib/casework/draft-owner'
import type { Actor } from '@/lib/identity/actor'
import { sharedOfMatter } from '@/lib/procedures/prefill'
import type { Procedure } from '@/lib/procedures/procedure'
import type { LocalText } from '@/lib/procedures/shape/text'
import type { LicenceState } from '@/lib/workflow/flows/licence-states'

/** What ended so was refused or taken back: filing the same again is another way (`file-again`). */
const IN_VAIN: readonly LicenceState[] = ['refused-at-intake', 'withdrawn', 'stopped', 'refused']
/** More to choose from would be no help. */
const OFFERED = 8
/** A dossier took over from one before it, and that one from another: so far back is looked. */
const GENERATIONS = 10

export type EarlierDossier = EarlierRow & { procedureName: LocalText }
/** A result that stands in the register, with what it is called. */
export type OwnResult = ResultRow & { type: LocalText }

/** What an owner has on file with this portal, newest first. */
export type OnFile = {
  /** The organisation whose file it is; null for a person's own. */
  organisationId: string | null
  dossiers: EarlierDossier[]
  results: OwnResult[]
}

/** Everything that may serve an owner again; of filings after `before` nothing. */
export async function onFile(tx: Queryable, owner: DraftOwner, before?: Date): Promise<OnFile> {
  const rows = await findEarlierDossiers(tx, owner, IN_VAIN)
  const known = rows.filter(({ submittedAt }) => !before || submittedAt <= before)
  const ids = new Set(known.map(({ id }) => id))
  const results = (await findOwnResults(tx, owner)).filter(({ dossierId }) => ids.has(dossierId))
  return {
    organisationId: owner.organisationId,
    dossiers: await Promise.all(known.map((row) => withName(tx, row))),
    results: await Promise.all(results.map((row) => withType(tx, row))),
  }
}

/** An earlier filing that a new dossier may begin from. */
export type Earlier = {
  dossier: EarlierDossier
  /** What it led to, where the new procedure is about such a result: the licence to be changed. */
  result: OwnResult | null
}

/**
 * What a new dossier of a procedure may begin from: the results that it is about first, then other filings on
 * the same kind of matter; of a matter the newest filing only. Empty for whoever may not begin one.
 */
export async function listEarlier(actor: Actor, procedure: Procedure): Promise<Earlier[]> {
  const owner = draftOwner(actor, 'start-drafts')
  if (!owner) return []
  const { dossiers, results } = await onFile(db, owner)
  const offered: Earlier[] = []
  for (const dossier of dossiers) {
    const result = results.find((one) => one.dossierId === dossier.id && isAbout(procedure, one))
    if (!result && !(await sharesMatter(procedure, dossier))) continue
    if (offered.some((other) => isSameMatter(other, { dossier, result: result ?? null }))) continue
    offered.push({ dossier, result: result ?? null })
  }
  const first = offered.filter(({ result }) => result)
  return [...first, ...offered.filter(({ result }) => !result)].slice(0, OFFERED)
}

/** Whether the result is one that the procedure changes, replaces or builds on, and still stands. */
export function isAbout({ concerns = [] }: Procedure, { kind, status }: OwnResult): boolean {
  return concerns.includes(kind) && status !== 'revoked'
}

/** A dossier and those it took over from, newest first; none that is not among what is on file. */
export async function generationsOf(
  tx: Queryable,
  { dossiers }: OnFile,
  dossierId: string,
): Promise<EarlierDossier[]> {
  const chain: EarlierDossier[] = []
  let next: string | undefined = dossierId
  while (next !== undefined && chain.length < GENERATIONS) {
    const dossier = dossiers.find(({ id }) => id === next)
    if (!dossier || chain.includes(dossier)) break
    chain.push(dossier)
    next = await findTakenFrom(tx, dossier.id)
  }
  return chain
}

/** The definition under which a dossier was filed. */
export function procedureOf(
  tx: Queryable,
  { procedureVersionId }: Pick<EarlierRow, 'procedureVersionId'>,
): Promise<Procedure> {
  return procedureOfVersion(tx, procedureVersionId)
}

async function withName(tx: Queryable, row: EarlierRow): Promise<EarlierDossier> {
  return { ...row, procedureName: (await procedureOf(tx, row)).shortName }
}

async function withType(tx: Queryable, row: ResultRow): Promise<OwnResult> {
  const { result } = await procedureOf(tx, row)
  const { type } = row.documentKind === 'companion' ? (result.companion ?? result) : result
  return { ...row, type }
}

async function sharesMatter(procedure: Procedure, dossier: EarlierDossier): Promise<boolean> {
  return sharedOfMatter(procedure, await procedureOf(db, dossier)).length > 0
}

/** Two licences are two matters; two filings of one procedure under one name are one. */
function isSameMatter(one: Earlier, other: Earlier): boolean {
  if (one.result && other.result) return one.result.number === other.result.number
  const { procedureKey, subject } = other.dossier
  return one.dossier.procedureKey === procedureKey && one.dossier.subject === subject
}
