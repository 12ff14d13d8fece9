import type { ChainProblem } from './cms/chain'
import type { CmsProblem } from './cms/check'
import type { TimestampProblem } from './cms/timestamp-token'
import type { UnreadablePdf } from './pdf/revisions'

/** What is wrong with one signature. */
export type SignatureProblem =
  | CmsProblem
  | TimestampProblem
  | ChainProblem
  /** The byte range leaves out more than the signature, or does not end where its revision ends. */
  | 'byte-range-wrong'
  | 'signature-unreadable'
  /** The certificate speaks for another role than the field. */
  | 'role-mismatch'

/** What a later revision did that the certification does not allow. */
export type ChangeProblem =
  | 'catalog-changed'
  | 'page-changed'
  | 'form-changed'
  | 'field-changed'
  | 'object-changed'
  | 'object-added'
  | 'object-removed'
  | 'trailer-changed'
  | 'revision-unsigned'
  | 'revision-not-allowed'

/** Why a document got its verdict; stable codes, to which pages and programs give their words. */
export type VerificationReason =
  | SignatureProblem
  | ChangeProblem
  | UnreadablePdf['code']
  | 'no-signature'
  | 'form-broken'
  | 'certification-missing'
  | 'required-signature-missing'
  | 'agency-mismatch'
