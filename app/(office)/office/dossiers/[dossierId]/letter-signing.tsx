import { getTranslator } from '@/app/_server/translator'
import { type Act, ActForm } from '@/components/office/act-form'
import { LinkButton } from '@/components/ui/link-button'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import { requestCodeAction } from './actions'

type Props = {
  view: OfficeView
  /** What is done: names the code and the forms. */
  purpose: 'grant-extension' | 'confirm-stop' | 'authorise-letter'
  act: Act
  words: { title: string; effect: string; button: string }
  look: { href: string; text: string }
  /** The letter that is looked at; sent as `name`. */
  hash: { name: 'contentHash' | 'fileHash'; value: string }
}

/** Signing or sealing a letter: look at it, ask for a code, type it, do it. */
export async function LetterSigning({ view, purpose, act, words, look, hash }: Props) {
  const [t, refusals] = [await getTranslator('office'), await getTranslator('refusals')]
  const shared = { pending: t('pending'), refusedTitle: refusals('title') }
  const { id: dossierId, version } = view.dossier
  return (
    <div className="py-2">
      <LinkButton href={look.href} variant="secondary" size="slim" target="_blank">
        {look.text}
      </LinkButton>
      <p className="mt-2 mb-0 text-xs break-all text-soft">
        {t('code.contentHash', { hash: hash.value })}
      </p>
      <ActForm
        id={`request-code-${purpose}`}
        act={requestCodeAction}
        title={t('code.request')}
        effect={t('code.hint')}
        button={t('code.request')}
        variant="secondary"
        hidden={{ dossierId, purpose, subjectHash: hash.value }}
        {...shared}
      />
      <ActForm
        id={purpose}
        act={act}
        hidden={{ dossierId, expectedVersion: String(version), [hash.name]: hash.value }}
        fields={[{ kind: 'code', name: 'code', label: t('code.label'), hint: t('code.hint') }]}
        {...words}
        {...shared}
      />
    </div>
  )
}
