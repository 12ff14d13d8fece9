import type { Translator } from '@/components/messages/translator'
import type { NoticeTone } from '@/components/ui/notice'
import type { Verification, VerificationSource, VerifiedDocument } from './verification'

type Words = Translator<'verify'>
type Headline = { tone: NoticeTone; title: string; body: string }

/** The one sentence that people came for, and what it means for them. */
export function headline(
  t: Words,
  { verdict, document }: Pick<Verification, 'verdict' | 'document'>,
  source: VerificationSource,
): Headline {
  if (verdict === 'valid' && document?.replacedBy) {
    const body = t('replacedBody', { number: document.replacedBy })
    return { tone: 'danger', title: t('replaced'), body }
  }
  if (verdict === 'valid' && document && document.state !== 'in-force') {
    return { tone: 'danger', title: ended(t, document.state), body: t('noLonger') }
  }
  const byCode = source === 'code'
  const headlines = {
    valid: byCode
      ? { tone: 'ok', title: t('validByNumber'), body: t('validByNumberBody') }
      : { tone: 'ok', title: t('valid'), body: t('validBody') },
    altered: { tone: 'danger', title: t('altered'), body: t('alteredBody') },
    'not-ours': { tone: 'danger', title: t('notOurs'), body: t('notOursBody') },
    unreadable: { tone: 'warn', title: t('unreadable'), body: t('unreadableBody') },
    unknown: { tone: 'warn', title: t('unknownNumber'), body: t('unknownNumberBody') },
  } as const satisfies Record<Verification['verdict'], Headline>
  return headlines[verdict]
}

function ended(t: Words, state: Exclude<VerifiedDocument['state'], 'in-force'>): string {
  return { expired: t('expired'), suspended: t('suspended'), revoked: t('revoked') }[state]
}
