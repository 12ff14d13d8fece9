import type { Origin } from '@/lib/procedures/known-values'
import type { FileKind, UploadPaper } from '@/lib/procedures/shape/paper'

export type SlotFile = {
  id: string
  name: string
  /** Bytes. */
  size: number
  state: 'received' | 'clean' | 'rejected'
  rejectedReason: string | null
  pageCount: number | null
  /** Where it was on file before; null for an upload. */
  origin: Origin | null
}

/** Why a file was not taken: a key of the messages `uploads` with what it names. */
export type Refused = { code: string; name: string; [param: string]: unknown }

/** One place for a paper, as its page shows it. */
export type Slot = {
  /** Where its files go. */
  address: string
  key: string
  title: string
  /** The full legal name of the paper, where the title is shorter. */
  legalName: string | null
  help: string | null
  kind: UploadPaper['kind']
  required: boolean
  accept: FileKind[]
  maxSizeMb: number
  maxFiles: number
  lookFor: string[]
  files: SlotFile[]
  /** Where to choose among what is on file, and how many papers there are of this kind. */
  store: { href: string; count: number } | null
  /** What became of a form sent without a script. */
  outcome: { attached: number; refused: Refused[] } | null
  /** The page to come back to. */
  back: string
}

export const MEGABYTE: number = 1024 * 1024

const TYPES: Record<FileKind, string> = {
  pdf: 'application/pdf,.pdf',
  jpeg: 'image/jpeg,.jpg,.jpeg',
  png: 'image/png,.png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,.xlsx',
  csv: 'text/csv,.csv',
}

/** What a file box offers to choose; a phone then offers its camera for images. */
export function acceptOf(kinds: readonly FileKind[]): string {
  return kinds.map((kind) => TYPES[kind]).join(',')
}

/** Where the files of a slot of a draft go. */
export function slotAddress({ draftId, key }: { draftId: string; key: string }): string {
  return `/api/uploads/drafts/${draftId}/papers/${key}`
}

/** The form that carries a slot's files when there is no script; it stands outside of the section's. */
export function slotFormId(key: string): string {
  return `send-${key}`
}
