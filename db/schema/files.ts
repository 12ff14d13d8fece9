import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, moment } from './columns'
import { people } from './identity'

/** A stored upload: bytes are found by the storage key, never by the name. */
export const files = pgTable(
  'files',
  {
    id: id().primaryKey(),
    uploadedBy: id('uploaded_by').references(() => people.id),
    name: text('name').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    mediaType: text('media_type').notNull(),
    state: text('state').$type<'received' | 'clean' | 'rejected'>().notNull(),
    rejectedReason: text('rejected_reason'),
    scannedBy: text('scanned_by'),
    storageKey: text('storage_key').notNull(),
    pageCount: integer('page_count'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('files_uploaded_by').on(table.uploadedBy),
    index('files_sha256').on(table.sha256),
  ],
)

/**
 * What an officer recorded from a paper, so that it can serve again: the least of Decree 118/2025 Art. 19.2
 * (kind, owner, name, short content, validity, scope) with the number that other papers cite.
 */
export type DigitisedPaper = {
  /** A key of the document types, where there is one. */
  documentType?: string
  ownerName: string
  /** Keyed hash of the owner's national identifier or tax code, where it is known. */
  ownerIdHash?: string
  title: string
  number?: string
  issuedBy?: string
  /** Days YYYY-MM-DD. */
  issuedOn?: string
  validTo?: string
  summary?: string
  scope?: string
}

/** A paper in a slot of a draft or dossier; a new version replaces, never overwrites. */
export const papers = pgTable(
  'papers',
  {
    id: id().primaryKey(),
    draftId: id('draft_id'),
    dossierId: id('dossier_id'),
    slotKey: text('slot_key').notNull(),
    version: integer('version').notNull(),
    source: text('source').$type<'upload' | 'eform' | 'registry'>().notNull(),
    digitised: jsonb('digitised').$type<DigitisedPaper>(),
    // Flags of the national exchange (DuocSoHoa, DuocTaiSuDung, DuocLayTuKhoDMQG, MaKetQuaThayThe).
    wasDigitised: integer('was_digitised').notNull().default(0),
    wasReused: integer('was_reused').notNull().default(0),
    fromNationalStore: integer('from_national_store').notNull().default(0),
    replacedByResultCode: text('replaced_by_result_code'),
    createdAt: moment('created_at').notNull(),
    supersededAt: moment('superseded_at'),
  },
  (table) => [
    index('papers_draft').on(table.draftId, table.slotKey),
    index('papers_dossier').on(table.dossierId, table.slotKey),
  ],
)

export const paperFiles = pgTable(
  'paper_files',
  {
    paperId: id('paper_id')
      .notNull()
      .references(() => papers.id),
    fileId: id('file_id')
      .notNull()
      .references(() => files.id),
    position: integer('position').notNull(),
    /** Where it was on file before: a paper of an earlier dossier, or a result that this portal issued. */
    fromPaperId: id('from_paper_id').references(() => papers.id),
    fromDocumentId: id('from_document_id'),
  },
  (table) => [
    primaryKey({ columns: [table.paperId, table.fileId] }),
    index('paper_files_file').on(table.fileId),
    index('paper_files_from').on(table.fromPaperId),
  ],
)

/** Page images that officers look at instead of the applicant's own file. */
export const filePages = pgTable(
  'file_pages',
  {
    fileId: id('file_id')
      .notNull()
      .references(() => files.id),
    page: integer('page').notNull(),
    storageKey: text('storage_key').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.page] })],
)
