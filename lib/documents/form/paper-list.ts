import { PORTRAIT } from '@/lib/documents/layout/page-geometry'
import type { TableContent } from '@/lib/documents/layout/table'
import { describeCondition } from '@/lib/procedures/describe-condition'
import type { FormRules } from '@/lib/procedures/form-rules'
import type { FieldOf } from '@/lib/procedures/shape/field'
import type { Paper, UploadPaper } from '@/lib/procedures/shape/paper'
import type { AttachedFiles } from './form-data'
import { numberedTable } from './form-tables'
import { onPaper } from './paper-characters'

const SIZE = 11

const KINDS = {
  original: 'Bản chính',
  copy: 'Bản sao',
  valid_copy: 'Bản sao hợp lệ',
  certified_copy: 'Bản sao có chứng thực',
  legalised: 'Bản đã hợp pháp hóa lãnh sự',
} as const satisfies Record<UploadPaper['kind'], string>

/** The papers that come with the form: what is asked for, or the files that were attached. */
export function paperTable(
  fields: readonly FieldOf<'paper'>[],
  { procedure, codes }: FormRules,
  files: AttachedFiles | null,
): TableContent {
  const rows = fields.map((field) => {
    const paper = procedure.papers.find(({ key }) => key === field.paper)
    const name = [field.label.vi, paper?.form ? ` (${paper.form})` : ''].join('')
    if (files) return [name, attached(files[field.paper] ?? [])]
    return [name, paper ? asked(paper, { procedure, codes }) : '', '□']
  })
  const heads = ['Giấy tờ', ...(files ? ['Tệp đính kèm'] : ['Yêu cầu', 'Đính kèm'])]
  return numberedTable({ heads, rows }, { size: SIZE, sheet: PORTRAIT })
}

function attached(names: readonly string[]): string {
  return names.length === 0 ? 'Không có tệp' : names.map(onPaper).join('\n')
}

function asked(paper: Paper, scope: Pick<FormRules, 'procedure' | 'codes'>): string {
  const kind = paper.source === 'upload' ? KINDS[paper.kind] : ''
  const when = paper.requiredWhen ? `khi ${describeCondition(paper.requiredWhen, scope)}` : ''
  const waived = paper.waivedWhen
    ? `không phải nộp khi ${describeCondition(paper.waivedWhen, scope)}`
    : ''
  const optional = paper.requirement === 'optional' ? 'nếu có' : ''
  return [kind, when, optional, waived].filter((part) => part).join('; ')
}
