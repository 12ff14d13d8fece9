import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { type JudgedLine, JudgeForm, type Side } from '@/components/office/judge-form'
import { Tag } from '@/components/ui/tag'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import type { AnswerValue } from '@/lib/procedures/answers'
import { describeAnswer } from '@/lib/procedures/describe'
import { SHIPPED_CODES } from '@/lib/procedures/shipped-codes'
import type { ComparedItem, ComparedRequest, ItemFile } from '@/lib/supplements/compare-items'
import { clauseOf, itemName } from '@/lib/supplements/items'
import { citeClause } from '@/lib/supplements/supplement-law'
import { judgeAction } from './supplement-actions'

type Props = {
  view: OfficeView
  requests: ComparedRequest[]
  /** Whether this officer judges what came. */
  judges: boolean
  /** Whether the law leaves another round. */
  left: boolean
}

/** Each request with its items, old and new side by side; the newest answered one is judged here. */
export async function SupplementRequests({ view, requests, judges, left }: Props) {
  const [t, refusals] = [await getTranslator('supplement'), await getTranslator('refusals')]
  const hidden = { dossierId: view.dossier.id, expectedVersion: String(view.dossier.version) }
  const words = {
    title: t('office.judgeTitle'),
    hint: t('office.judgeHint'),
    before: t('review.before'),
    after: t('review.after'),
    nothing: t('review.nothing'),
    accepted: t('office.accepted'),
    declined: t('office.declined'),
    note: t('office.note'),
    save: t('office.judgeButton'),
    pending: t('office.pending'),
    refused: refusals('title'),
  }
  return requests.map((request) => {
    const { supplement, items } = request
    const declined = items.some(({ item }) => item.verdict === 'declined')
    const open = supplement.state === 'supplied' && items.every(({ item }) => !item.verdict)
    return (
      <article key={supplement.id} className="border-t border-line py-3">
        <h3 className="text-sm">
          {t('office.round', {
            round: String(supplement.round),
            date: formatDate(supplement.askedAt),
          })}{' '}
          <Tag>{t(`office.state.${supplement.state}`)}</Tag>
        </h3>
        <p className="whitespace-pre-line">{supplement.reason}</p>
        <Lines view={view} items={items} judged={{ words, hidden, editable: judges && open }} />
        {declined && !left && <p className="font-semibold">{t('office.declinedWays')}</p>}
      </article>
    )
  })
}

type LinesProps = {
  view: OfficeView
  items: ComparedItem[]
  judged: Pick<React.ComponentProps<typeof JudgeForm>, 'words' | 'hidden' | 'editable'>
}

async function Lines({ view, items, judged }: LinesProps) {
  const locale = await getLocale()
  const { procedure } = view
  const fields = procedure.sections.flatMap((section) => section.fields)
  const side = (key: string, value: AnswerValue | undefined, files: ItemFile[]): Side => {
    const field = fields.find((one) => one.key === key)
    const described = field && describeAnswer(field, value, { codes: SHIPPED_CODES, locale })
    const rows = described?.rows.map((row) => row.map(({ text }) => text).join(', ')) ?? []
    return { lines: rows.length > 0 ? rows : (described?.lines ?? []), files }
  }
  const lines = items.map(({ item, before, after }): JudgedLine => {
    const clause = clauseOf(procedure, item)
    return {
      id: item.id,
      name: itemName(procedure, item)[locale],
      asked: item.explanation,
      basis: clause ? citeClause(clause) : null,
      before: side(item.key, before.value, before.files),
      after: side(item.key, after.value, after.files),
      verdict: item.verdict ?? '',
      note: item.verdictNote ?? '',
    }
  })
  return <JudgeForm act={judgeAction} lines={lines} {...judged} />
}
