import { db, type Queryable } from '@/db/client'
import { countUses, type EarlierPaper, findEarlierPapers } from '@/db/queries/reuse'
import { draftOwner } from '@/lib/casework/draft-owner'
import { addMonths, type Day, dayOf } from '@/lib/deadlines/day'
import type { Actor } from '@/lib/identity/actor'
import { DOCUMENT_TYPES, type DocumentType } from '@/lib/procedures/document-types'
import type { LocalText } from '@/lib/procedures/shape/text'
import {
  type EarlierDossier,
  type OnFile,
  type OwnResult,
  onFile,
  procedureOf,
} from '@/lib/reuse/earlier'

/** Whether a paper may serve again on a day. */
export type Standing = 'usable' | 'ended' | 'suspended' | 'revoked'

/** One paper that an owner has on file: a result of this portal, or what was uploaded with a dossier. */
export type StoreItem = {
  /** What a form calls it: `result:ID` or `paper:ID`. */
  key: string
  name: LocalText
  /** Kinds of document that it can serve as. */
  types: DocumentType[]
  dossier: EarlierDossier
  /** The day it was issued, or filed. */
  day: Day
  validTo: Day | null
  standing: Standing
  /** Issued here, recorded from the paper by an officer, or as the applicant uploaded it. */
  proof: 'issued' | 'recorded' | 'uploaded'
  /** Number of the result, or of the paper as the officer recorded it. */
  number: string | null
  files: { id: string; name: string; size: number; mediaType: string }[]
}

/** The store of an owner (Circular 01/2023/TT-VPCP Art. 24): a view of what is on file, newest first. */
export async function itemsOf(tx: Queryable, file: OnFile, today: Day): Promise<StoreItem[]> {
  const papers = await findEarlierPapers(
    tx,
    file.dossiers.map(({ id }) => id),
  )
  const uploads = await Promise.all(
    papers.map(async (paper) => {
      const dossier = file.dossiers.find(({ id }) => id === paper.dossierId)
      return dossier ? paperItem(tx, { paper, dossier, today }) : undefined
    }),
  )
  const results = file.results.map((result) => resultItem(file, result, today))
  const items = [...results, ...onceEach(uploads)].filter((item) => item !== undefined)
  return items.sort((one, other) => (one.day < other.day ? 1 : -1))
}

export type StoreView = StoreItem & { uses: number }

/** The applicant's store, each item with the number of other dossiers that it serves in. */
export async function viewStore(actor: Actor, at: Date): Promise<StoreView[]> {
  const owner = draftOwner(actor, 'view-dossiers')
  if (!owner) return []
  const items = await itemsOf(db, await onFile(db, owner), dayOf(at))
  const uses = await countUses(
    db,
    items.flatMap(({ key }) => paperIdOf(key) ?? []),
  )
  return items.map((item) => ({ ...item, uses: uses.get(paperIdOf(item.key) ?? '') ?? 0 }))
}

export function paperIdOf(key: string): string | undefined {
  return key.startsWith('paper:') ? key.slice('paper:'.length) : undefined
}

export function documentIdOf(key: string): string | undefined {
  return key.startsWith('result:') ? key.slice('result:'.length) : undefined
}

function resultItem(file: OnFile, result: OwnResult, today: Day): StoreItem | undefined {
  const { documentId, kind, number, type, issuedOn, validTo, status, fileId, size } = result
  const dossier = file.dossiers.find(({ id }) => id === result.dossierId)
  if (!dossier) return undefined
  return {
    key: `result:${documentId}`,
    name: type,
    types: [...DOCUMENT_TYPES.values()].filter(({ results = [] }) => results.includes(kind)),
    dossier,
    day: issuedOn,
    validTo,
    standing: status === 'in-force' ? onDay(validTo, today) : status,
    proof: 'issued',
    number,
    files: [{ id: fileId, name: `${number}.pdf`, size, mediaType: 'application/pdf' }],
  }
}

type Filed = { paper: EarlierPaper; dossier: EarlierDossier; today: Day }

async function paperItem(
  tx: Queryable,
  { paper, dossier, today }: Filed,
): Promise<StoreItem | undefined> {
  const slot = (await procedureOf(tx, dossier)).papers.find(({ key }) => key === paper.slotKey)
  if (slot?.source !== 'upload') return undefined
  const type = DOCUMENT_TYPES.get(slot.documentType ?? '')
  const { digitised } = paper
  const day = digitised?.issuedOn ?? dayOf(paper.files[0]?.createdAt ?? paper.createdAt)
  const validTo = digitised?.validTo ?? lastDay(type, day)
  return {
    key: `paper:${paper.paperId}`,
    name: nameOf(digitised, type ?? slot),
    types: type ? [type] : [],
    dossier,
    day,
    validTo,
    standing: onDay(validTo, today),
    proof: digitised ? 'recorded' : 'uploaded',
    number: digitised?.number ?? null,
    files: paper.files.map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType })),
  }
}

function nameOf(digitised: EarlierPaper['digitised'], kind: { name: LocalText }): LocalText {
  return digitised ? { vi: digitised.title, en: digitised.title } : kind.name
}

/** The last day on which a copy of this kind counts, where a rule ends it. */
function lastDay(type: DocumentType | undefined, day: Day): Day | null {
  return type?.validMonths ? addMonths(day, type.validMonths) : null
}

function onDay(validTo: Day | null, today: Day): Standing {
  return validTo !== null && validTo < today ? 'ended' : 'usable'
}

/** A paper that serves in several dossiers stands in the store once, as it was filed first. */
function onceEach(items: readonly (StoreItem | undefined)[]): StoreItem[] {
  const seen = new Set<string>()
  return items.toReversed().flatMap((item) => {
    if (!item) return []
    const same = item.files
      .map(({ id }) => id)
      .sort()
      .join(' ')
    if (seen.has(same)) return []
    seen.add(same)
    return [item]
  })
}
