import { Suspense } from 'react'
import type { OfficeActor } from '@/app/_server/office-actor'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { type Comparison, compareParties } from '@/lib/dossiers/compare-parties'
import type { OfficeView } from '@/lib/dossiers/view-dossier'
import { connectedRegisters } from '@/lib/exchange/registers-here'
import { fieldOfPath } from '@/lib/procedures/answer-path'
import { fieldsOf } from '@/lib/procedures/read-answers'
import type { RegisterDifference } from '@/lib/procedures/register-difference'

type Props = {
  actor: OfficeActor
  view: OfficeView
  /** Asked for without JavaScript: the page then waits for the registers. */
  atOnce: boolean
}

/** How the parties stand in the registers of the State today; the bench does not wait for it. */
export function RegisterCheck(props: Props) {
  const { enterprise, population } = connectedRegisters()
  if (!enterprise && !population) return null
  if (props.atOnce) return <Comparisons {...props} />
  return (
    <Suspense fallback={<Asking dossierId={props.view.dossier.id} />}>
      <Comparisons {...props} />
    </Suspense>
  )
}

async function Asking({ dossierId }: { dossierId: string }) {
  const t = await getTranslator('registers')
  return (
    <>
      <h2 className="mb-2 text-base">{t('bench.title')}</h2>
      <p className="mb-6 text-sm text-soft">{t('bench.asking')}</p>
      <noscript>
        <p className="mb-6 text-sm">
          <a href={`/office/dossiers/${dossierId}?compare=yes`}>{t('bench.ask')}</a>
        </p>
      </noscript>
    </>
  )
}

async function Comparisons({ actor, view }: Props) {
  const comparisons = await compareParties(actor, view.dossier.id)
  if (!comparisons || comparisons.length === 0) return null
  const t = await getTranslator('registers')
  return (
    <>
      <h2 className="mb-2 text-base">{t('bench.title')}</h2>
      <p className="mb-2 text-sm text-soft">{t('bench.lead')}</p>
      <ul className="mb-6 text-sm">
        {comparisons.map((comparison) => (
          <li
            key={`${comparison.register}:${comparison.path}:${comparison.name}`}
            className="border-t border-hairline py-1.5"
          >
            <Standing view={view} comparison={comparison} />
          </li>
        ))}
      </ul>
    </>
  )
}

async function Standing({ view, comparison }: Pick<Props, 'view'> & { comparison: Comparison }) {
  const [t, locale] = [await getTranslator('registers'), await getLocale()]
  const { register, name, path, result, differences } = comparison
  const asked = fieldsOf(view.procedure).find(({ key }) => key === fieldOfPath(path))
  const parts = differences.map(({ part }) => t(`parts.${part}`).toLocaleLowerCase('vi'))
  const words =
    result === 'differs'
      ? t('bench.differs', { parts: [...new Set(parts)].join(', ') })
      : t(`bench.${result}`)
  const details = await Promise.all(differences.map(detailOf))
  return (
    <>
      <span className="block text-xs text-soft">
        {t(register)} · {asked?.label[locale] ?? t('bench.party')}
      </span>
      <span className="block break-words">
        {name}: <strong className={TONE[result]}>{words}</strong>
      </span>
      {details.filter(Boolean).map((text) => (
        <span key={text} className="block break-words text-soft">
          {text}
        </span>
      ))}
    </>
  )
}

const TONE = {
  agrees: 'text-ok',
  differs: 'text-warn',
  'not-found': 'text-soft',
  unavailable: 'text-soft',
} as const satisfies Record<Comparison['result'], string>

/** The register's own words; of people it gives none. */
async function detailOf(difference: RegisterDifference): Promise<string> {
  const t = await getTranslator('registers')
  if (difference.register === 'population') return ''
  const part = t(`parts.${difference.part}`)
  const { said } = difference
  if (said === null) return t('bench.otherCode', { part })
  if (difference.part === 'status') return t('bench.keptStatus', { text: t(statusKey(said)) })
  return t('bench.said', { part, text: said })
}

/** The message for a standing that the register gave. */
export function statusKey(said: string): 'status.dissolved' | 'status.suspended' {
  return said === 'dissolved' ? 'status.dissolved' : 'status.suspended'
}
