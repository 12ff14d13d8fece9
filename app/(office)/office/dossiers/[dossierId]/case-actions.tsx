import type { OfficeActor } from '@/app/_server/office-actor'
import { getTranslator } from '@/app/_server/translator'
import { type ActField, ActForm } from '@/components/office/act-form'
import { LinkButton } from '@/components/ui/link-button'
import { findSigned } from '@/lib/dossiers/authorise-seal'
import { findDraftParts } from '@/lib/dossiers/find-draft'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import type { LicenceEvent } from '@/lib/workflow/flows/licence-events'
import type { ActSource, OfferedForm } from './act-source'
import {
  acceptAction,
  approveAction,
  confirmAction,
  requestCodeAction,
  returnAction,
  sealAction,
} from './actions'
import { assignmentActs } from './assignment-acts'
import { letterForms } from './letters-acts'
import { opinionActs } from './opinion-acts'
import { outcomeForms } from './outcomes-acts'
import { paperActs } from './paper-acts'
import { passingActs } from './passing-acts'
import { refusalForms } from './refusal-acts'
import { RefusalApproval } from './refusal-approval'
import { supplementActs } from './supplement-acts'

type Props = { actor: OfficeActor; view: OfficeView }

/** What this officer can do with the dossier now, each act with what it will do. */
export async function CaseActions({ actor, view }: Props) {
  const [t, refusals] = [await getTranslator('office'), await getTranslator('refusals')]
  const shared = { pending: t('pending'), refusedTitle: refusals('title') }
  const hidden = { dossierId: view.dossier.id, expectedVersion: String(view.dossier.version) }
  const forms = await offeredForms(view)
  const signing = view.actions.filter(({ verdict }) => verdict === 'step-up')
  return (
    <section aria-labelledby="actions-title">
      <h2 id="actions-title" className="mb-2 text-base">
        {t('actions')}
      </h2>
      {forms.length === 0 && signing.length === 0 && (
        <p className="text-sm text-soft">{t('nothingToDo')}</p>
      )}
      {signing.map(({ event }) => (
        <SigningAct key={event} actor={actor} view={view} event={event} shared={shared} />
      ))}
      <RefusalApproval view={view} shared={shared} />
      {forms.map(({ event, ...form }) => (
        <ActForm
          key={event}
          id={event}
          hidden={hidden}
          folded={forms.length > 1 && (form.variant ?? 'primary') !== 'primary'}
          {...shared}
          {...form}
        />
      ))}
    </section>
  )
}

/** All parts of the law that offer acts; the first that knows an event gives its form. */
const SOURCES: readonly ActSource[] = [
  opinionActs,
  licenceForms,
  assignmentActs,
  refusalForms,
  outcomeForms,
  passingActs,
  letterForms,
  supplementActs,
  paperActs,
]

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
  return offered.flat().toSorted((a, b) => rank(a) - rank(b))
}

/** What is beside the work comes after it; what takes the dossier out of sight comes last. */
const ASIDE: readonly LicenceEvent[] = [
  'digitise-paper',
  'ask-extension',
  'request-stop',
  'declare-conflict',
]

/** The work at hand stands first, then what is beside it. */
function rank({ event, variant = 'primary' }: { event: LicenceEvent } & OfferedForm): number {
  return variant === 'primary' ? -2 : ASIDE.indexOf(event)
}

async function licenceForms(event: LicenceEvent): Promise<OfferedForm | null> {
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

type SigningProps = Props & {
  event: LicenceEvent
  shared: { pending: string; refusedTitle: string }
}

/** Signing and sealing: look at the document, ask for a code, type it, sign. */
async function SigningAct({ actor, view, event, shared }: SigningProps) {
  const t = await getTranslator('office')
  const about = await signingSubject(actor, view, event)
  if (!about) return null
  const { dossierId, words, hashName, hash, purpose, looks } = {
    ...about,
    dossierId: view.dossier.id,
  }
  const target = { dossierId, expectedVersion: String(view.dossier.version) }
  return (
    <div className="border-t border-line py-4">
      <p className="flex flex-wrap gap-2">
        {looks.map(({ href, part }) => (
          <LinkButton key={part} href={href} variant="secondary" size="slim" target="_blank">
            {t(`${words}.look.${part}`)}
          </LinkButton>
        ))}
      </p>
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
    const draft = await findDraftParts(view.dossier.id, actor.capacity)
    if (!draft) return null
    const page = `/office/dossiers/${view.dossier.id}/draft`
    return {
      words: 'approve',
      purpose: 'approve',
      hashName: 'contentHash',
      hash: draft.contentHash,
      looks: draft.parts.map((part) => ({ part, href: `${page}?part=${part}` })),
    } as const
  }
  if (event !== 'authorise-seal') return null
  const signed = await findSigned(view.dossier.id)
  if (!signed) return null
  return {
    words: 'seal',
    purpose: 'authorise-seal',
    hashName: 'fileHash',
    hash: signed.hash,
    looks: signed.files.map(({ part, fileId }) => ({ part, href: `/api/files/${fileId}` })),
  } as const
}
