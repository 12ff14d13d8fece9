import { today } from '@/app/_server/today'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate, formatMoney } from '@/components/format'
import type { ActField } from '@/components/office/act-form'
import { dayOf } from '@/lib/deadlines/day'
import { listAgencies } from '@/lib/dossiers/outcomes/list-agencies'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import { feesInProcess } from '@/lib/procedures/fees'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { OfferedForm } from './act-source'
import {
  declineTransferAction,
  demandFeeAction,
  handOverAction,
  offerTransferAction,
  openCorrectionAction,
  takeTransferAction,
} from './outcomes-actions'

type Words = Awaited<ReturnType<typeof getTranslator<'outcomes'>>>

/** The acts around a result: hand it over, put it right, send the dossier where it belongs, ask for a fee. */
export async function outcomeForms(
  event: LicenceEvent,
  view: OfficeView,
): Promise<OfferedForm | null> {
  const t = await getTranslator('outcomes')
  switch (event) {
    case 'deliver':
      return handOverForm(t, view)
    case 'open-correction':
      return correctionForm(t)
    case 'offer-transfer':
      return offerForm(t, view)
    case 'take-transfer':
      return {
        act: takeTransferAction,
        title: t('transfer.takeTitle'),
        effect: t('transfer.takeEffect'),
        button: t('transfer.takeButton'),
      }
    case 'decline-transfer':
      return {
        act: declineTransferAction,
        title: t('transfer.declineTitle'),
        effect: t('transfer.declineEffect'),
        button: t('transfer.declineButton'),
        variant: 'secondary',
        fields: [{ kind: 'longtext', name: 'reason', label: t('transfer.reason') }],
      }
    case 'demand-fee':
      return feeForm(t, view)
    default:
      return null
  }
}

function handOverForm(t: Words, { dossier }: OfficeView): OfferedForm {
  const early =
    dossier.endedAt && dossier.dueAt && dayOf(dossier.endedAt) < dayOf(dossier.dueAt)
      ? t('handOver.early', { date: formatDate(dossier.dueAt) })
      : null
  const wish = dossier.wantsPaperCopy ? t('handOver.paperWanted') : t('handOver.paperNotWanted')
  const options = (keys: readonly ('counter' | 'post' | 'owner' | 'proxy' | Paper)[]) =>
    keys.map((value) => ({ value, label: t(`handOver.options.${value}`) }))
  return {
    act: handOverAction,
    title: t('handOver.title'),
    effect: [early, wish, t('handOver.effect')].filter(Boolean).join(' '),
    button: t('handOver.button'),
    variant: 'secondary',
    fields: [
      {
        kind: 'radio',
        name: 'via',
        label: t('handOver.via'),
        value: 'counter',
        options: options(['counter', 'post']),
      },
      {
        kind: 'radio',
        name: 'receiver',
        label: t('handOver.receiver'),
        value: 'owner',
        options: options(['owner', 'proxy']),
      },
      { kind: 'text', name: 'receiverName', label: t('handOver.receiverName') },
      {
        kind: 'checks',
        name: 'shown',
        label: t('handOver.shown'),
        hint: t('handOver.shownHint'),
        options: options(['receipt', 'identity-paper', 'authority']),
      },
      {
        kind: 'text',
        name: 'identityNumber',
        label: t('handOver.identityNumber'),
        hint: t('handOver.identityHint'),
      },
      { kind: 'longtext', name: 'originalsReturned', label: t('handOver.originals'), rows: 2 },
      { kind: 'text', name: 'postNumber', label: t('handOver.postNumber') },
    ],
  }
}

type Paper = 'receipt' | 'identity-paper' | 'authority'

function correctionForm(t: Words): OfferedForm {
  const finders = ['agency', 'applicant'] as const
  return {
    act: openCorrectionAction,
    title: t('correction.openTitle'),
    effect: t('correction.openEffect'),
    button: t('correction.openButton'),
    variant: 'secondary',
    fields: [
      {
        kind: 'radio',
        name: 'foundBy',
        label: t('correction.foundBy'),
        options: finders.map((value) => ({ value, label: t(`correction.finders.${value}`) })),
      },
      { kind: 'longtext', name: 'reason', label: t('correction.reason') },
    ],
  }
}

async function offerForm(t: Words, { dossier }: OfficeView): Promise<OfferedForm | null> {
  if (dossier.transferToAgencyId) return null
  const locale = await getLocale()
  const others = (await listAgencies()).filter(({ id }) => id !== dossier.solvingAgencyId)
  const options = others.map(({ id, nameVi, nameEn }) => ({
    value: id,
    label: locale === 'vi' ? nameVi : nameEn,
  }))
  return {
    act: offerTransferAction,
    title: t('transfer.offerTitle'),
    effect: t('transfer.offerEffect'),
    button: t('transfer.offerButton'),
    variant: 'secondary',
    fields: [
      { kind: 'select', name: 'toAgencyId', label: t('transfer.to'), options },
      { kind: 'longtext', name: 'reason', label: t('transfer.reason') },
    ],
  }
}

async function feeForm(t: Words, { procedure }: OfficeView): Promise<OfferedForm | null> {
  const locale = await getLocale()
  const options = feesInProcess(procedure, today()).map(
    ({
      key,
      name,
      amount,
    }): {
      value: string
      label: string
    } => ({ value: key, label: `${name[locale]}: ${formatMoney(amount, locale)}` }),
  )
  if (options.length === 0) return null
  const field: ActField = { kind: 'radio', name: 'feeKey', label: t('fee.which'), options }
  return {
    act: demandFeeAction,
    title: t('fee.title'),
    effect: t('fee.effect'),
    button: t('fee.button'),
    variant: 'secondary',
    fields: [field],
  }
}
