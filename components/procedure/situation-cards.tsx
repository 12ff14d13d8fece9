import type { Locale } from '@/components/messages/locale'
import { type Translator, translatorFor } from '@/components/messages/translator'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { nationalPortal, type Situation, serves, situations } from './situations'
import type { ProcedureSummary } from './words'

type Props = { procedures: readonly ProcedureSummary[]; locale: Locale }

/** Six ways in, by what people want to do; what is not filed here leads to where it is. */
export function SituationCards({ procedures, locale }: Props) {
  const t = translatorFor(locale, 'home')
  const counted = situations.map((situation) => ({
    situation,
    count: procedures.filter((procedure) => serves(procedure, situation)).length,
  }))
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {counted.map(({ situation, count }) => (
        <li key={situation.key}>
          <Card t={t} situation={situation} count={count} />
        </li>
      ))}
    </ul>
  )
}

type CardProps = { t: Translator<'home'>; situation: Situation; count: number }

function Card({ t, situation, count }: CardProps) {
  const here = count > 0
  return (
    <div className="relative h-full rounded-md border border-line bg-paper px-5 py-4 has-[a:hover]:border-primary has-[a:hover]:bg-wash max-sm:py-3">
      <Link
        href={here ? `/procedures?situation=${situation.key}` : nationalPortal}
        rel={here ? undefined : 'external noreferrer'}
        className="flex items-start justify-between gap-3 leading-snug font-semibold no-underline after:absolute after:inset-0 sm:text-lg"
      >
        {t(situation.key)}
        <Icon name={here ? 'arrow' : 'external'} className="mt-0.5 size-5" />
      </Link>
      <p className="mt-1 text-sm">{t(`${situation.key}Hint`)}</p>
      <p className="mt-1.5 text-xs text-soft">
        {here ? t('situationCount', { count }) : t('situationElsewhere')}
      </p>
    </div>
  )
}
