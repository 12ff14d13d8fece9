import type { Procedure } from '@/lib/procedures/procedure'

type Props = { procedure: Pick<Procedure, 'clauses'>; clauseKey: string | undefined }

/** "(Điều 14, Nghị định 224/2026/NĐ-CP)": the ground of something, by the key of its clause. */
export function Clause({ procedure, clauseKey }: Props) {
  const clause = procedure.clauses.find(({ key }) => key === clauseKey)
  return clause ? (
    <span className="text-soft">
      ({clause.article}, {clause.law})
    </span>
  ) : null
}
