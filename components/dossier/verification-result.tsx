import { formatDate, formatDateTime } from '@/components/format'
import type { Locale } from '@/components/messages/locale'
import { type Translator, translatorFor } from '@/components/messages/translator'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { headline } from './verdict-words'
import type {
  Verification,
  VerificationSource,
  VerifiedDocument,
  VerifiedSignature,
} from './verification'

type Props = Verification & { source: VerificationSource; locale: Locale }
type Words = { t: Translator<'verify'> }

/** The verdict in one glance; below it, what it rests on. */
export function VerificationResult({ source, locale, ...outcome }: Props) {
  const t = translatorFor(locale, 'verify')
  const { tone, title, body } = headline(t, outcome, source)
  return (
    <div>
      <Notice tone={tone} title={title} level={3} size="large">
        <p>{body}</p>
      </Notice>
      {outcome.reasons.length > 0 && (
        <section className="mt-6">
          <h3 className="mb-1">{t('reasonsTitle')}</h3>
          <ul className="max-w-read list-disc space-y-1 pl-5">
            {outcome.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
      )}
      {outcome.document && <DocumentFacts t={t} document={outcome.document} />}
      {outcome.signatures.length > 0 && (
        <Signatures t={t} signatures={outcome.signatures} valid={outcome.verdict === 'valid'} />
      )}
      <p className="mt-6 text-sm text-soft">
        {t('checkedAt', { time: formatDateTime(new Date(outcome.checkedAt)) })}
      </p>
    </div>
  )
}

function DocumentFacts({ t, document }: Words & { document: VerifiedDocument }) {
  const { issuedOn, validUntil } = document
  const facts = [
    { id: 'number', label: t('number'), value: document.number },
    { id: 'holder', label: t('holder'), value: document.holder },
    { id: 'issuer', label: t('issuer'), value: document.issuer },
    { id: 'issued-on', label: t('issuedOn'), value: issuedOn && formatDate(issuedOn) },
    {
      id: 'valid-until',
      label: t('validUntil'),
      value: validUntil === null ? t('noExpiry') : validUntil && formatDate(validUntil),
    },
    { id: 'replaced-by', label: t('replacedBy'), value: document.replacedBy },
    ...document.lines.map(({ label, value }, place) => ({ id: `line-${place}`, label, value })),
  ]
  return (
    <section className="mt-6">
      <h3 className="mb-2">{t('document')}</h3>
      <SummaryList rows={facts.filter((fact) => fact.value !== undefined)} />
    </section>
  )
}

const roles = {
  leader: 'roleLeader',
  seal: 'roleSeal',
  desk: 'roleDesk',
  'team-lead': 'roleTeamLead',
  attestation: 'roleAttestation',
} as const

type SignaturesProps = Words & { signatures: readonly VerifiedSignature[]; valid: boolean }

function Signatures({ t, signatures, valid }: SignaturesProps) {
  return (
    <section className="mt-6">
      <h3 className="mb-2">{t('signatures')}</h3>
      <ul className="border-b border-line">
        {signatures.map((signature) => (
          <li
            key={`${signature.name} ${signature.role} ${signature.signedAt}`}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-t border-line py-3"
          >
            <div className="min-w-0 flex-1 basis-60">
              <b className="font-semibold">{signature.name}</b>
              {signature.organisation && <span> · {signature.organisation}</span>}
              <p className="text-sm text-soft">{signatureFacts(t, signature).join('. ')}.</p>
            </div>
            {valid && <Tag tone="ok">{t('signatureValid')}</Tag>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function signatureFacts(t: Words['t'], { role, signedAt, coversWholeFile }: VerifiedSignature) {
  return [
    role && t(roles[role]),
    signedAt ? t('signedAt', { time: formatDateTime(new Date(signedAt)) }) : t('signedUnknown'),
    coversWholeFile && t('coversAll'),
  ].filter(Boolean)
}
