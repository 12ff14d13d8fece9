import type { Locale } from '@/components/messages/locale'
import type { CommonReason } from '@/lib/procedures/common-reason'
import type { Words } from './words'

type Props = { reasons: readonly CommonReason[]; t: Words; locale: Locale }

/** What dossiers are most often sent back for, so that the reader's is not. */
export function CommonReasons({ reasons, t, locale }: Props) {
  if (reasons.length === 0) return null
  return (
    <section aria-labelledby="common-reasons" className="mt-14 max-w-4xl">
      <h2 id="common-reasons">{t('commonReasons')}</h2>
      <p className="mt-1 mb-4 max-w-read text-soft">{t('commonReasonsLead')}</p>
      <ul className="list-disc space-y-2 pl-6">
        {reasons.map(({ kind, key, about, text }) => (
          <li key={`${kind}:${key}:${text.vi}`}>
            <b className="font-semibold">{about[locale]}:</b> {text[locale]}
          </li>
        ))}
      </ul>
    </section>
  )
}
