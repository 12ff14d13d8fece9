import type { AttachedPaper } from '@/db/queries/files'
import { canonicalJson } from '@/lib/ledger/canonical'
import type { Answers } from '@/lib/procedures/answers'
import type { Procedure } from '@/lib/procedures/procedure'
import { keyedHash } from '@/lib/server/keyed-hash'

type Content = { procedure: Procedure; answers: Answers; papers: readonly AttachedPaper[] }

/** The keyed hash of what one section of a draft says and holds; answers come opened. */
export function sectionDigest({ procedure, answers, papers }: Content, sectionKey: string): string {
  const fields = procedure.sections.find(({ key }) => key === sectionKey)?.fields ?? []
  const said = fields.map((field) => {
    if (field.type !== 'paper') return [field.key, answers[field.key] ?? null]
    const files = papers
      .filter(({ slotKey }) => slotKey === field.paper)
      .flatMap((paper) => paper.files.map(({ sha256 }) => sha256))
    return [field.key, files]
  })
  return keyedHash('section', canonicalJson(said))
}
