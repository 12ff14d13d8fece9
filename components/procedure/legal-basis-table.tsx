import { formatDate } from '@/components/format'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { LegalBasis } from '@/lib/procedures/procedure'
import type { ProcedureView } from './answer-first'
import { isConfirmed } from './figures'
import { legalStates, type Words } from './words'

/** The texts that the procedure rests on, with the dates between which they hold. */
export function LegalBasisTable({ procedure, t }: Pick<ProcedureView, 'procedure' | 't'>) {
  return (
    <Table
      caption={t('legal')}
      captionHidden
      columns={columns(t)}
      rows={procedure.legalBasis}
      rowKey={(law) => law.number}
    />
  )
}

function columns(t: Words): Column<LegalBasis>[] {
  return [
    {
      key: 'number',
      header: t('legalNumber'),
      nowrap: true,
      cell: (law) => <b className="font-semibold">{law.number}</b>,
    },
    { key: 'title', header: t('legalTitle'), cell: (law) => <span lang="vi">{law.title}</span> },
    { key: 'articles', header: t('legalArticles'), cell: (law) => law.articles ?? t('legalAll') },
    {
      key: 'from',
      header: t('legalFrom'),
      nowrap: true,
      numeric: true,
      cell: (law) => formatDate(law.effectiveFrom),
    },
    {
      key: 'to',
      header: t('legalTo'),
      nowrap: true,
      numeric: true,
      cell: (law) => (law.effectiveTo ? formatDate(law.effectiveTo) : t('legalNoEnd')),
    },
    {
      key: 'status',
      header: t('legalStatus'),
      cell: (law) => <LegalState t={t} law={law} />,
    },
  ]
}

function LegalState({ t, law }: { t: Words; law: LegalBasis }) {
  const state = legalStates[law.status]
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Tag tone={state.tone}>{t(state.word)}</Tag>
      {!isConfirmed(law.confidence) && <Tag tone="warn">{t('unconfirmed')}</Tag>}
    </span>
  )
}
