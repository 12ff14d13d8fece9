import type { OfficeActor } from '@/app/_server/office-actor'
import { today } from '@/app/_server/today'
import { getTranslator } from '@/app/_server/translator'
import { type ActField, ActForm } from '@/components/office/act-form'
import { LinkButton } from '@/components/ui/link-button'
import { findDraftHash } from '@/lib/dossiers/find-draft'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { ActSource, OfferedForm } from './act-source'
import {
  acceptAction,
  approveAction,
  assignAction,
  confirmAction,
  proposeAction,
  recordMinutesAction,
  refuseIntakeAction,
  requestCodeAction,
  returnAction,
  sealAction,
} from './actions'

type Words = Awaited<ReturnType<typeof getTranslator<'office'>>>
type Props = { actor: OfficeActor; view: OfficeView }

/** What this officer can do with the dossier now, each act with what it will do. */
export async function CaseActions({ actor, view }: Props) {
  const [t, refusals] = [await getTranslator('office'), await getTranslator('refusals')]
  const shared = { pending: t('pending'), refusedTitle: refusals('title') }
  const hidden = { dossierId: view.dossier.id, expectedVersion: String(view.dossier.version) }
  const forms = await offeredForms(view)
  const stepUp = view.actions.find(({ verdict }) => verdict === 'step-up')
  return (
    <section aria-labelledby="actions-title">
      <h2 id="actions-title" className="mb-2 text-base">
        {t('actions')}
      </h2>
      {forms.length === 0 && !stepUp && <p className="text-sm text-soft">{t('nothingToDo')}</p>}
      {stepUp && <SigningAct actor={actor} view={view} event={stepUp.event} shared={shared} />}
      {forms.map(({ event, ...form }) => (
        <ActForm key={event} id={event} hidden={hidden} {...shared} {...form} />
      ))}
    </section>
  )
}

/** All parts of the law that offer acts; the first that knows an event gives its form. */
const SOURCES: readonly ActSource[] = [licenceForms]

async function offeredForms(view: OfficeView): Promise<({ event: LicenceEvent } & OfferedForm)[]> {
  const offered = await Promise.all(
    view.actions.map(async ({ event }) => {
      for (const source of SOURCES) {
        const form = await source(event, view)
        if (form) return [{ event, ...form }]
      }
      return []
    }),
  )
  return offered.flat()
}

async function licenceForms(event: LicenceEvent, view: OfficeView): Promise<OfferedForm | null> {
  const t = await getTranslator('office')
  const longtext = (name: string, label: string): ActField[] => [{ kind: 'longtext', name, label }]
  switch (event) {
    case 'accept':
      return {
        act: acceptAction,
        title: t('accept.title'),
        effect: t('accept.effect'),
        button: t('accept.button'),
      }
    case 'refuse-intake':
      return {
        act: refuseIntakeAction,
        title: t('refuse.title'),
        effect: t('refuse.effect'),
        button: t('refuse.button'),
        variant: 'danger',
        fields: longtext('reason', t('refuse.reason')),
      }
    case 'assign':
      return assignForm(t, view)
    case 'record-minutes':
      return minutesForm(t, view)
    case 'propose-decision':
      return {
        act: proposeAction,
        title: t('propose.title'),
        effect: t('propose.effect'),
        button: t('propose.button'),
        fields: longtext('opinion', t('propose.opinion')),
      }
    case 'confirm-proposal':
      return {
        act: confirmAction,
        title: t('confirm.title'),
        effect: t('confirm.effect'),
        button: t('confirm.button'),
        fields: longtext('comment', t('confirm.comment')),
      }
    case 'return-to-case-officer':
      return {
        act: returnAction,
        title: t('sendBack.title'),
        effect: t('sendBack.effect'),
        button: t('sendBack.button'),
        variant: 'secondary',
        fields: longtext('reason', t('sendBack.reason')),
      }
    default:
      return null
  }
}

function assignForm(t: Words, view: OfficeView): OfferedForm {
  const options = view.caseOfficers.map((post) => ({
    value: post.id,
    label: `${post.fullName}, ${post.division}`,
  }))
  return {
    act: assignAction,
    title: t('assign.title'),
    effect: t('assign.effect'),
    button: view.assignee ? t('assign.again') : t('assign.button'),
    variant: view.assignee ? 'secondary' : 'primary',
    fields: [{ kind: 'select', name: 'postId', label: t('assign.officer'), options }],
  }
}

const FINDINGS = ['pass', 'pass-with-corrections', 'fail'] as const

function minutesForm(t: Words, view: OfficeView): OfferedForm | null {
  if (view.inspection) return null
  const options = FINDINGS.map((value) => ({ value, label: t(`findings.${value}`) }))
  return {
    act: recordMinutesAction,
    title: t('minutes'),
    effect: t('minutesHint'),
    button: t('recordMinutes'),
    variant: 'secondary',
    fields: [
      { kind: 'date', name: 'heldOn', label: t('heldOn'), max: today() },
      { kind: 'text', name: 'minutesNumber', label: t('minutesNumber') },
      { kind: 'longtext', name: 'team', label: t('team'), hint: t('teamHint'), rows: 3 },
      { kind: 'radio', name: 'finding', label: t('findingLabel'), options },
      { kind: 'longtext', name: 'summary', label: t('summaryLabel') },
    ],
  }
}

type SigningProps = Props & {
  event: LicenceEvent
  shared: { pending: string; refusedTitle: string }
}

/** Signing and sealing: look at the document, ask for a code, type it, sign. */
async function SigningAct({ actor, view, event, shared }: SigningProps) {
  const t = await getTranslator('office')
  const about = await signingSubject(actor, view, event)
  if (!about) return null
  const { dossierId, words, hashName, hash, purpose, look } = {
    ...about,
    dossierId: view.dossier.id,
  }
  const target = { dossierId, expectedVersion: String(view.dossier.version) }
  return (
    <div className="border-t border-line py-4">
      <LinkButton href={look} prefetch={false} variant="secondary" size="slim" target="_blank">
        {purpose === 'approve' ? t('draftResult') : t('seal.signedFile')}
      </LinkButton>
      <p className="mt-2 mb-0 text-xs break-all text-soft">{t('code.contentHash', { hash })}</p>
      <ActForm
        id="request-code"
        act={requestCodeAction}
        title={t('code.request')}
        effect={t('code.hint')}
        button={t('code.request')}
        variant="secondary"
        hidden={{ dossierId, purpose, subjectHash: hash }}
        {...shared}
      />
      <ActForm
        id={purpose}
        act={purpose === 'approve' ? approveAction : sealAction}
        title={t(`${words}.title`)}
        effect={t(`${words}.effect`)}
        button={t(`${words}.button`)}
        hidden={{ ...target, [hashName]: hash }}
        fields={[{ kind: 'code', name: 'code', label: t('code.label'), hint: t('code.hint') }]}
        {...shared}
      />
    </div>
  )
}

async function signingSubject(actor: OfficeActor, view: OfficeView, event: LicenceEvent) {
  if (event === 'approve') {
    const hash = await findDraftHash(view.dossier.id, actor.capacity.postId)
    const look = `/office/dossiers/${view.dossier.id}/draft`
    return hash
      ? ({ words: 'approve', purpose: 'approve', hashName: 'contentHash', hash, look } as const)
      : null
  }
  const signed = view.documents.find(({ kind }) => kind === 'licence')?.signedFile
  if (!signed) return null
  return {
    words: 'seal',
    purpose: 'authorise-seal',
    hashName: 'fileHash',
    hash: signed.sha256,
    look: `/api/files/${signed.fileId}`,
  } as const
}
