import { getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { dayOf } from '@/lib/deadlines/day'
import { clock } from '@/lib/server/business-clock'
import { isReplyTimeOver } from '@/lib/supplements/supplement-law'
import type { ActSource } from './act-source'
import { closeAction, releaseAction, returnRequestAction } from './supplement-actions'

/** The desk's short acts around a request; writing one has a page of its own. */
export const supplementActs: ActSource = async (event, view) => {
  const t = await getTranslator('supplement')
  const { replyDueAt } = view.dossier
  switch (event) {
    case 'release-supplement':
      return {
        act: releaseAction,
        title: t('office.releaseTitle'),
        effect: t('office.releaseEffect'),
        button: t('office.releaseButton'),
      }
    case 'return-supplement-request':
      return {
        act: returnRequestAction,
        title: t('office.returnTitle'),
        effect: t('office.returnEffect'),
        button: t('office.returnButton'),
        variant: 'secondary',
        fields: [{ kind: 'longtext', name: 'reason', label: t('office.returnReason') }],
      }
    case 'close-without-reply':
      if (!replyDueAt || !isReplyTimeOver(dayOf(replyDueAt), dayOf(clock.now()))) return null
      return {
        act: closeAction,
        title: t('office.closeTitle'),
        effect: t('office.closeEffect', { date: formatDate(replyDueAt) }),
        button: t('office.closeButton'),
        variant: 'danger',
      }
    default:
      return null
  }
}
