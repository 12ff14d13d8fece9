import { getTranslator } from '@/app/_server/translator'
import { formatDateTime } from '@/components/format'
import { type OutcomeView, viewOutcomes } from '@/lib/dossiers/outcomes/view-outcomes'
import type { OfficeView } from '@/lib/dossiers/view-dossier'

type Words = Awaited<ReturnType<typeof getTranslator<'outcomes'>>>

/** What became of the result: where the dossier was sent, what was put right, how it was handed over. */
export async function OutcomesPanel({ view }: { view: OfficeView }) {
  const t = await getTranslator('outcomes')
  const outcomes = await viewOutcomes(view.dossier.id)
  const parts = [
    { key: 'transfer', title: t('transfer.panel'), lines: transferLines(t, outcomes) },
    { key: 'correction', title: t('correction.panel'), lines: correctionLines(t, outcomes) },
    { key: 'hand-over', title: t('handOver.panel'), lines: handOverLines(t, outcomes) },
  ].filter(({ lines }) => lines.length > 0)
  return parts.map(({ key, title, lines }) => (
    <section key={key} aria-labelledby={`${key}-title`} className="mt-6 text-sm">
      <h2 id={`${key}-title`} className="mb-2 text-base">
        {title}
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line} className="border-t border-hairline py-1.5">
            {line}
          </li>
        ))}
      </ul>
    </section>
  ))
}

function transferLines(t: Words, { transfers }: OutcomeView): string[] {
  return transfers.flatMap((row) => [
    t('transfer.line', {
      at: formatDateTime(row.offeredAt),
      from: row.fromName,
      to: row.toName,
      state: t(`transfer.states.${row.state}`),
    }),
    row.answer ?? row.reason,
  ])
}

function correctionLines(t: Words, { corrections }: OutcomeView): string[] {
  return corrections.flatMap((row) => [
    t('correction.opened', { at: formatDateTime(row.openedAt), reason: row.reason }),
    ...row.fields.map(({ label, was, now }) => t('correction.replaced', { label, was, now })),
  ])
}

function handOverLines(t: Words, { handOvers }: OutcomeView): string[] {
  return handOvers.flatMap((row) => [
    t(`handOver.lines.${row.via}`, {
      at: formatDateTime(row.at),
      name: row.receiverName ?? '',
      number: row.postNumber ?? '',
    }),
    ...(row.originalsReturned
      ? [t('handOver.originalsBack', { what: row.originalsReturned })]
      : []),
  ])
}
