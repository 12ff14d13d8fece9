import type { Answers } from '@/lib/procedures/answers'
import type { FormRules } from '@/lib/procedures/form-rules'

/** Names of the files in the slot of each paper. */
export type AttachedFiles = Readonly<Record<string, readonly string[]>>

/** What a filled form holds; national identifiers come as they may be read by whom it is made for. */
export type Declared = {
  answers: Answers
  files: AttachedFiles
  /** Whom the form is addressed to: 'Sở Y tế Hà Nội'; '' while no answer says it. */
  agencyName: string
  /** Who declares: the name under the form. */
  signerName: string
  printedAt: Date
}

/** Empty, still being written, or the declaration of a dossier. */
export type FormFilling =
  | { kind: 'blank' }
  | ({ kind: 'draft' } & Declared)
  | ({
      kind: 'filed'
      /** Code of the dossier, or before acceptance the reference of its submission. */
      reference: string
      submittedAt: Date
      /** When what is printed was declared: later than the submission when it was changed. */
      declaredAt: Date
    } & Declared)

/** All that the official form of a procedure is printed from. */
export type OfficialFormData = {
  rules: FormRules
  filling: FormFilling
  /** Marks each page as a demonstration. */
  demo: boolean
}
