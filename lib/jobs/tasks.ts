import { sealChainHeads } from '@/lib/administration/seal-chain-heads'
import { recordKey, timestamper } from '@/lib/dossiers/agency-signer'
import { confirmNotice } from '@/lib/dossiers/confirm-payment'
import { attestMinutes, signMinutes } from '@/lib/dossiers/inspections/sign-minutes'
import { watchOpinions } from '@/lib/dossiers/opinions/watch-opinions'
import { renderPassingSlipOf } from '@/lib/dossiers/outcomes/render-passing'
import { renderRefusalSlipOf } from '@/lib/dossiers/outcomes/render-refusal'
import { renderTransferSlipOf } from '@/lib/dossiers/outcomes/render-transfer'
import { readReceipt, renderReceipt } from '@/lib/dossiers/render-receipt'
import { sealResult } from '@/lib/dossiers/seal-result'
import { signResult } from '@/lib/dossiers/sign-result'
import { moveDatesByCalendar } from '@/lib/dossiers/watch/move-dates-by-calendar'
import { watchDeadlines } from '@/lib/dossiers/watch/watch-deadlines'
import { watchElsewhere } from '@/lib/dossiers/watch/watch-elsewhere'
import { keepDrafts } from '@/lib/drafts/keep-drafts'
import { bindPhotos } from '@/lib/files/bind-photos'
import { renderPages } from '@/lib/files/preview'
import { scanFile } from '@/lib/files/scan'
import { turnStoredPage } from '@/lib/files/turn-stored-page'
import type { TaskMap } from '@/lib/jobs/task'
import { sealLetter } from '@/lib/letters/seal-letter'
import { signLetter } from '@/lib/letters/sign-letter'
import { sendMail, sendSms } from '@/lib/notifications/deliver'
import { notify } from '@/lib/notifications/notify'
import { reconcileOrder, reconcileUncertainOrders } from '@/lib/payments/reconcile'
import { clock } from '@/lib/server/business-clock'
import { renderSupplementSlipOf } from '@/lib/supplements/render-supplement-slip'

/** Every kind of job with its work. Each may run twice: it looks first at what is done already. */
export const tasks: TaskMap = {
  notify: (event) => notify(event),
  'send-mail': (message) => sendMail(message, readReceipt),
  'send-sms': (message) => sendSms(message),
  'scan-file': ({ fileId }) => scanFile(fileId),
  'render-pages': ({ fileId }) => renderPages(fileId),
  'turn-page': (turn) => turnStoredPage(turn),
  'bind-photos': async ({ paperId }) => {
    if ((await bindPhotos(paperId, new Date())) === 'waiting')
      throw new Error('photos in quarantine')
  },
  'render-receipt': (dossier) => renderReceipt(dossier),
  'render-supplement-slip': (job) => renderSupplementSlipOf(job),
  'render-refusal-slip': (job) => renderRefusalSlipOf(job),
  'render-transfer-slip': (job) => renderTransferSlipOf(job),
  'render-passing-slip': (job) => renderPassingSlipOf(job),
  'sign-minutes': (job) => signMinutes(job),
  'attest-minutes': (job) => attestMinutes(job),
  'sign-result': (job) => signResult(job),
  'seal-result': (job) => sealResult(job),
  'sign-letter': (job) => signLetter(job),
  'seal-letter': (job) => sealLetter(job),
  'reconcile-payment': async ({ orderId }, { log }) => {
    log.info(
      { orderId, outcome: await reconcileOrder(orderId, new Date(), confirmNotice) },
      'asked',
    )
  },
  'seal-chain-heads': async (_, { log }) => {
    const signing = { key: recordKey(), timestamper: timestamper(), at: new Date() }
    log.info({ heads: await sealChainHeads(signing) }, 'record sealed')
  },
  'keep-drafts': async (_, { log }) => {
    log.info(await keepDrafts(clock.now()), 'drafts kept')
  },
  'watch-deadlines': async (_, { log }) => {
    const counts = await watchDeadlines(clock.now())
    const opinions = await watchOpinions(clock.now())
    log.info({ counts, opinions, elsewhere: await watchElsewhere(clock.now()) }, 'watched')
  },
  recalendar: ({ calendarVersionId }) => moveDatesByCalendar(calendarVersionId, clock.now()),
  'reconcile-payments': async (_, { log }) => {
    log.info({ counts: await reconcileUncertainOrders(new Date(), confirmNotice) }, 'reconciled')
  },
}
