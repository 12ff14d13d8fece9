import { formatDate } from '@/components/format'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { foldVietnamese } from '@/lib/procedures/fold-vietnamese'
import { relatedTexts } from '@/lib/procedures/legal-texts'
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
      columns={columns(t, procedure.legalBasis)}
      rows={procedure.legalBasis}
      rowKey={(law) => law.number}
    />
  )
}

function columns(t: Words, all: readonly LegalBasis[]): Column<LegalBasis>[] {
  return [
    {
      key: 'text',
      header: t('legalText'),
      cell: (law) => (
        <>
          <b id={anchorOf(law)} className="block">
            {law.number}
          </b>
          <span lang="vi">{law.title}</span>
          <Related t={t} laws={relatedTexts(law, all)} />
        </>
      ),
    },
    { key: 'articles', header: t('legalArticles'), cell: (law) => law.articles ?? t('legalAll') },
    { key: 'dates', header: t('legalDates'), nowrap: true, cell: (law) => datesOf(t, law) },
    { key: 'state', header: t('legalState'), cell: (law) => <LegalState t={t} law={law} /> },
  ]
}

/** The texts of this list that amend, repeal or carry out each other: their titles say which and how. */
function Related({ t, laws }: { t: Words; laws: readonly LegalBasis[] }) {
  if (laws.length === 0) return null
  return (
    <span className="mt-1 block text-soft">
      {t('legalRelated')}
      {laws.map((law) => (
        <a key={law.number} href={`#${anchorOf(law)}`} className="ml-2 inline-block">
          {law.number}
        </a>
      ))}
    </span>
  )
}

function anchorOf({ number }: LegalBasis): string {
  return `law-${foldVietnamese(number).replace(/[^a-z0-9]+/g, '-')}`
}

function datesOf(t: Words, { effectiveFrom, effectiveTo }: LegalBasis): string {
  const from = formatDate(effectiveFrom)
  return effectiveTo
    ? t('legalFromTo', { from, to: formatDate(effectiveTo) })
    : t('legalFrom', { from })
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
