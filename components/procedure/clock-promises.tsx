import type { Locale } from '@/components/messages/locale'
import type { Procedure } from '@/lib/procedures/procedure'
import { Unconfirmed } from './unconfirmed'
import type { Words } from './words'

type Props = { clocks: Procedure['clocks']; t: Words; locale: Locale }

/** The promises of the law in words, each marked when nobody has confirmed it. */
export function ClockPromises({ clocks, t, locale }: Props) {
  return (
    <ul className="space-y-1">
      {clocks.map((clock) => (
        <li key={clock.key}>
          {clock.promise[locale]} <Unconfirmed t={t} confidence={clock.confidence} />
        </li>
      ))}
    </ul>
  )
}
