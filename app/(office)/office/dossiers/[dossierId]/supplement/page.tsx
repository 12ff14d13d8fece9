import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { requireOfficer } from '@/app/_server/office-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { type Choices, RequestForm } from '@/components/office/request-form'
import { Link } from '@/components/ui/link'
import { viewForOffice } from '@/lib/dossiers/view-dossier'
import { clock } from '@/lib/server/business-clock'
import { isId } from '@/lib/shared/ids'
import { previewRequest, type RequestPreview } from '@/lib/supplements/preview-request'
import { citeClause } from '@/lib/supplements/supplement-law'
import { OfficeFrame } from '../../../office-frame'
import { askAction, requestAction } from '../supplement-actions'
import { SupplementOutlook } from '../supplement-outlook'

type Props = { params: Promise<{ dossierId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('supplement'))('office.open') }
}

/** Where a request to supplement is written: what sending it means, and the list. */
export default async function WriteRequestPage({ params }: Props) {
  const { dossierId } = await params
  if (!isId(dossierId)) notFound()
  const actor = await requireOfficer(`/office/dossiers/${dossierId}/supplement`)
  const at = clock.now()
  const view = await viewForOffice(actor, { dossierId, at })
  const preview = await previewRequest(actor, { dossierId, at })
  if (!view.ok || !preview.ok) notFound()
  const { dossier, actions } = view.value
  const event = actions.map((action) => action.event).find((one) => one in TEXTS)
  if (event !== 'ask-supplement' && event !== 'request-supplement')
    redirect(`/office/dossiers/${dossierId}`)
  const t = await getTranslator('supplement')
  const texts = TEXTS[event]
  return (
    <OfficeFrame actor={actor}>
      <div className="max-w-4xl px-4 py-5 sm:px-6">
        <Link href={`/office/dossiers/${dossierId}`} className="text-sm">
          ‹ {dossier.dossierCode ?? dossier.submissionReference} · {dossier.subject}
        </Link>
        <h1 className="text-2xl">{t(texts.title)}</h1>
        <p className="max-w-read">{t(texts.lead)}</p>
        <SupplementOutlook outlook={preview.value.outlook} level={2} />
        <RequestForm
          act={event === 'ask-supplement' ? askAction : requestAction}
          hidden={{ dossierId, expectedVersion: String(dossier.version) }}
          choices={await choicesOf(preview.value)}
          words={{ ...(await wordsOf()), send: t(texts.button) }}
        />
      </div>
    </OfficeFrame>
  )
}

const TEXTS = {
  'ask-supplement': {
    title: 'office.askTitle',
    lead: 'office.askLead',
    button: 'office.ask',
  },
  'request-supplement': {
    title: 'office.requestTitle',
    lead: 'office.requestLead',
    button: 'office.send',
  },
} as const

async function choicesOf({ procedure, askables }: RequestPreview): Promise<Choices> {
  const [t, locale] = [await getTranslator('supplement'), await getLocale()]
  const of = (kind: 'paper' | 'field') =>
    askables
      .filter((one) => one.kind === kind)
      .map(({ key, name }) => ({ value: `${kind}:${key}`, label: name[locale] }))
  const forItems = procedure.reasons.filter(({ appliesTo }) =>
    appliesTo.some((one) => one !== 'dossier'),
  )
  return {
    subjects: [
      { label: t('office.papers'), options: of('paper') },
      { label: t('office.fields'), options: of('field') },
    ],
    reasons: forItems.map(({ key, text }) => ({ value: key, label: text[locale] })),
    clauses: procedure.clauses.map((clause) => ({
      value: clause.key,
      label: `${citeClause(clause)}: ${clause.text[locale]}`,
    })),
  }
}

async function wordsOf() {
  const [t, refusals] = [await getTranslator('supplement'), await getTranslator('refusals')]
  return {
    reason: t('office.reason'),
    subject: t('office.subject'),
    reasonKey: t('office.reasonKey'),
    clauseKey: t('office.clauseKey'),
    clauseOfReason: t('office.clauseOfReason'),
    explanation: t('office.explanation'),
    goodExample: t('office.goodExample'),
    goodExampleHint: t('office.goodExampleHint'),
    add: t('office.add'),
    choose: t('office.choose'),
    pending: t('office.pending'),
    refused: refusals('title'),
    items: Array.from({ length: 30 }, (_, row) => t('office.item', { number: String(row + 1) })),
    removes: Array.from({ length: 30 }, (_, row) =>
      t('office.remove', { number: String(row + 1) }),
    ),
  }
}
