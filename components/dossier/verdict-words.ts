import { formatDate } from '@/components/format'
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
  if (verdict === 'valid' && document && document.state !== 'in-force') return ended(t, document)
  const byCode = source === 'code'
  const headlines = {
    valid: byCode
      ? { tone: 'ok', title: t('validByNumber'), body: t('validByNumberBody') }
      : { tone: 'ok', title: t('valid'), body: t('validBody') },
    altered: { tone: 'danger', title: t('altered'), body: t('alteredBody') },
    'not-ours': { tone: 'danger', title: t('notOurs'), body: t('notOursBody') },
    unreadable: { tone: 'warn', title: t('unreadable'), body: t('unreadableBody') },
    unknown: byCode
      ? { tone: 'warn', title: t('unknownNumber'), body: t('unknownNumberBody') }
      : { tone: 'warn', title: t('unknown'), body: t('unknownBody') },
  } as const satisfies Record<Verification['verdict'], Headline>
  return headlines[verdict]
}

function ended(t: Words, document: VerifiedDocument): Headline {
  const titles = {
    'in-force': t('valid'),
    expired: t('expired'),
    suspended: t('suspended'),
    revoked: t('revoked'),
  } as const satisfies Record<VerifiedDocument['state'], string>
  const body = document.stateSince
    ? t('noLongerBody', { date: formatDate(document.stateSince) })
    : t('noLongerUndated')
  return { tone: 'danger', title: titles[document.state], body }
}
