import { today } from '@/app/_server/today'
import { getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import { viewExtension } from '@/lib/letters/view-letters'
import { clock } from '@/lib/server/business-clock'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { OfferedForm } from './act-source'
import { applyExtensionAction, askExtensionAction, enterStopAction } from './letters-actions'

/** Acts about a date that will not be kept, and the wish to stop that came to the counter or by post. */
export async function letterForms(
  event: LicenceEvent,
  view: OfficeView,
): Promise<OfferedForm | null> {
  switch (event) {
    case 'ask-extension':
      return askForm(view)
    case 'apply-extension':
      return applyForm(view)
    case 'request-stop':
      return stopForm()
    default:
      return null
  }
}

async function askForm({ dossier }: OfficeView): Promise<OfferedForm | null> {
  const t = await getTranslator('letters')
  const { newest, gate } = await viewExtension(dossier, clock.now())
  if (!gate || gate.tooLate || newest?.state === 'asked') return null
  return {
    act: askExtensionAction,
    title: t('ask.title'),
    effect: t('ask.effect', {
      due: formatDate(gate.dueAt),
      lastDay: formatDate(gate.lastDay),
    }),
    button: t('ask.button'),
    variant: 'secondary',
    fields: [
      { kind: 'longtext', name: 'reason', label: t('ask.reason'), hint: t('ask.reasonHint') },
      { kind: 'date', name: 'toDay', label: t('ask.toDay'), min: today() },
    ],
  }
}

async function applyForm({ dossier }: OfficeView): Promise<OfferedForm | null> {
  const t = await getTranslator('letters')
  const { newest } = await viewExtension(dossier, clock.now())
  if (newest?.state !== 'granted') return null
  const dates = { from: formatDate(newest.oldDueAt), to: formatDate(newest.newDay) }
  return {
    act: applyExtensionAction,
    title: t('apply.title'),
    effect: t('apply.effect', dates),
    button: t('apply.button', dates),
  }
}

async function stopForm(): Promise<OfferedForm> {
  const t = await getTranslator('letters')
  const options = (['counter', 'post'] as const).map((value) => ({
    value,
    label: t(`channels.${value}`),
  }))
  return {
    act: enterStopAction,
    title: t('enterStop.title'),
    effect: t('enterStop.effect'),
    button: t('enterStop.button'),
    variant: 'secondary',
    fields: [
      { kind: 'radio', name: 'channel', label: t('enterStop.channel'), options },
      { kind: 'longtext', name: 'reason', label: t('enterStop.reason'), rows: 2 },
    ],
  }
}
