import type { OfficeActor } from '@/app/_server/office-actor'
import { today } from '@/app/_server/today'
import { getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import { ActForm } from '@/components/office/act-form'
import { Notice } from '@/components/ui/notice'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import { findLetterHash } from '@/lib/letters/draft-letter'
import { LETTER_KINDS, type LetterKind } from '@/lib/letters/letter-kinds'
import { maySendApology } from '@/lib/letters/send-apology'
import { type ExtensionView, findOpenStop, viewExtension } from '@/lib/letters/view-letters'
import { clock } from '@/lib/server/business-clock'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import { LetterSigning } from './letter-signing'
import {
  apologyAction,
  authoriseLetterAction,
  confirmStopAction,
  declineExtensionAction,
  grantExtensionAction,
} from './letters-actions'

type Props = { actor: OfficeActor; view: OfficeView }

/** Letters of the agency about this dossier: what is asked, who signs, what waits for the seal. */
export async function LettersPanel({ actor, view, done }: Props & { done?: string | undefined }) {
  const t = await getTranslator('letters')
  const extension = await viewExtension(view.dossier, clock.now())
  return (
    <>
      {done === 'declined' && <Notice title={t('declined')} tone="ok" role="status" level={2} />}
      {done === 'apology' && <Notice title={t('apologySent')} tone="ok" role="status" level={2} />}
      <Extension actor={actor} view={view} extension={extension} />
      <Stop actor={actor} view={view} />
      <ToSeal view={view} />
      {extension.unexcused && maySendApology(actor) && <Apology view={view} />}
    </>
  )
}

const can = (view: OfficeView, event: LicenceEvent) =>
  view.actions.some((action) => action.event === event)

async function Extension({ actor, view, extension }: Props & { extension: ExtensionView }) {
  const t = await getTranslator('letters')
  const { newest, gate } = extension
  if (newest?.state !== 'asked')
    return (
      <>
        {newest?.state === 'declined' && (
          <p className="text-sm">
            {t('extension.declined', { reason: newest.declineReason ?? '' })}
          </p>
        )}
        {gate?.tooLate && <TooLate />}
      </>
    )
  return (
    <section aria-labelledby="extension-title" className="border-t border-line py-4">
      <h2 id="extension-title" className="text-base">
        {t('extension.asked', { day: formatDate(newest.newDay) })}
      </h2>
      <p className="text-sm whitespace-pre-line">{newest.reason}</p>
      {gate && !gate.tooLate && (
        <p className="text-sm font-semibold">
          {t('extension.gate', {
            due: formatDate(gate.dueAt),
            lastDay: formatDate(gate.lastDay),
          })}
        </p>
      )}
      {gate?.tooLate && <TooLate />}
      {can(view, 'grant-extension') && !gate?.tooLate && (
        <LeaderSigns actor={actor} view={view} kind="extension-letter" />
      )}
      {can(view, 'grant-extension') && <Decline view={view} />}
    </section>
  )
}

async function TooLate() {
  const t = await getTranslator('letters')
  return (
    <Notice title={t('extension.tooLate')} tone="warn" level={3}>
      <p>{t('extension.tooLateHint')}</p>
    </Notice>
  )
}

const LEADERS_ACT = {
  'extension-letter': { purpose: 'grant-extension', act: grantExtensionAction, words: 'grant' },
  'stop-notice': { purpose: 'confirm-stop', act: confirmStopAction, words: 'confirmStop' },
} as const satisfies Record<LetterKind, object>

async function LeaderSigns({ actor, view, kind }: Props & { kind: LetterKind }) {
  const t = await getTranslator('letters')
  const { id } = view.dossier
  const hash = await findLetterHash(id, { kind, signer: actor.capacity })
  if (!hash) return null
  const { purpose, act, words } = LEADERS_ACT[kind]
  return (
    <LetterSigning
      view={view}
      purpose={purpose}
      act={act}
      words={{
        title: t(`${words}.title`),
        effect: t(`${words}.effect`),
        button: t(`${words}.button`),
      }}
      look={{ href: `/office/dossiers/${id}/letters/${kind}`, text: t('lookDraft') }}
      hash={{ name: 'contentHash', value: hash }}
    />
  )
}

async function Decline({ view }: { view: OfficeView }) {
  const t = await getTranslator('letters')
  return (
    <ActForm
      id="decline-extension"
      act={declineExtensionAction}
      title={t('decline.title')}
      effect={t('decline.effect')}
      button={t('decline.button')}
      variant="secondary"
      fields={[{ kind: 'longtext', name: 'reason', label: t('decline.reason'), rows: 3 }]}
      {...(await shared(view))}
    />
  )
}

async function Stop({ actor, view }: Props) {
  const t = await getTranslator('letters')
  const request = await findOpenStop(view.dossier.id)
  if (!request) return null
  return (
    <section aria-labelledby="stop-title" className="border-t border-line py-4">
      <h2 id="stop-title" className="text-base">
        {t('stop.asked', {
          at: formatDateTime(request.askedAt),
          channel: t(`channels.${request.channel}`),
        })}
      </h2>
      <p className="text-sm whitespace-pre-line">{request.reason || t('stop.noReason')}</p>
      {can(view, 'confirm-stop') && <LeaderSigns actor={actor} view={view} kind="stop-notice" />}
    </section>
  )
}

/** Signed letters before the clerk: each with its own file, code and number. */
async function ToSeal({ view }: { view: OfficeView }) {
  const [t, office] = [await getTranslator('letters'), await getTranslator('office')]
  if (!can(view, 'authorise-letter')) return null
  const [document] = view.documents.filter(
    ({ kind, state, number }) =>
      state === 'signed' && number === null && LETTER_KINDS.some((letter) => letter === kind),
  )
  if (!document?.signedFile) return null
  return (
    <section aria-labelledby="letter-seal-title" className="border-t border-line py-4">
      <h2 id="letter-seal-title" className="text-base">
        {t('seal.waiting', { letter: office(`documentKinds.${document.kind}`) })}
      </h2>
      <LetterSigning
        view={view}
        purpose="authorise-letter"
        act={authoriseLetterAction}
        words={{
          title: t('seal.title'),
          effect: t('seal.effect'),
          button: t('seal.button'),
        }}
        look={{
          href: `/api/files/${document.signedFile.fileId}`,
          text: office('seal.look.licence'),
        }}
        hash={{ name: 'fileHash', value: document.signedFile.sha256 }}
      />
    </section>
  )
}

async function Apology({ view }: { view: OfficeView }) {
  const t = await getTranslator('letters')
  return (
    <ActForm
      id="apology"
      act={apologyAction}
      title={t('apology.title')}
      effect={t('apology.effect')}
      button={t('apology.button')}
      fields={[
        { kind: 'longtext', name: 'reason', label: t('apology.reason'), rows: 3 },
        { kind: 'date', name: 'expectedOn', label: t('apology.expectedOn'), min: today() },
      ]}
      {...(await shared(view))}
    />
  )
}

async function shared({ dossier }: OfficeView) {
  const [t, refusals] = [await getTranslator('office'), await getTranslator('refusals')]
  return {
    pending: t('pending'),
    refusedTitle: refusals('title'),
    hidden: { dossierId: dossier.id, expectedVersion: String(dossier.version) },
  }
}
