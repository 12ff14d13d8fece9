import type { OwnDraft } from '@/app/_server/own-draft'
import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatMoney } from '@/components/format'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { reachOf } from '@/lib/identity/member-rights'
import { assessFees } from '@/lib/procedures/fees'
import { missingPapers, requiredPapers } from '@/lib/procedures/required-papers'
import { solvingAgency } from '@/lib/procedures/solving-agency'
import { attachedKeys } from './attached-keys'

type Props = { own: OwnDraft }

/** What follows from the answers so far: fee, agency, papers; and the way to give the draft up. */
export async function DraftFacts({ own }: Props) {
  const t = await getTranslator('draft')
  return (
    <aside className="space-y-6 lg:pt-1">
      <dl className="space-y-5 rounded-md border border-line p-5">
        <FeeSoFar own={own} />
        <Agency own={own} />
        <Papers own={own} />
      </dl>
      {mayDiscard(own.actor) && (
        <p>
          <Link href={`/my/drafts/${own.view.draft.id}/discard`} className="text-danger">
            {t('tasks.discard')}
          </Link>
        </p>
      )}
    </aside>
  )
}

const mayDiscard = (actor: OwnDraft['actor']) => reachOf(actor, 'discard-drafts') === 'all'

async function FeeSoFar({ own }: Props) {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  const fee = assessFees(own.view.procedure, own.view.answers, own.rules.facts)
  return (
    <div>
      <dt className="text-sm text-soft">{t('tasks.fee')}</dt>
      <dd>
        <span className="block text-xl font-semibold tabular-nums">
          {fee.total > 0 ? formatMoney(fee.total, locale) : t('tasks.feeNone')}
        </span>
        {fee.needsConfirmation && <Tag tone="warn">{t('tasks.feeUnsure')}</Tag>}
        <span className="mt-1 block text-sm text-soft">{t('tasks.feeHint')}</span>
      </dd>
    </div>
  )
}

async function Agency({ own }: Props) {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  const agency = solvingAgency(own.view.procedure, own.view.answers)
  const department = agency.ok ? agency.value.province?.healthDepartment.name[locale] : undefined
  const name = agency.ok ? (department ?? own.view.procedure.authority.name[locale]) : undefined
  return (
    <div>
      <dt className="text-sm text-soft">{t('tasks.agency')}</dt>
      <dd className={name ? 'font-semibold' : 'text-soft'}>{name ?? t('tasks.agencyUnknown')}</dd>
    </div>
  )
}

async function Papers({ own }: Props) {
  const t = await getTranslator('draft')
  const demands = requiredPapers(own.view.procedure, own.view.answers, own.rules.facts)
  const needed = demands.filter(({ demand }) => demand === 'required').length
  const open = missingPapers(demands, attachedKeys(own.view)).length
  return (
    <div>
      <dt className="text-sm text-soft">{t('tasks.papers')}</dt>
      <dd className="font-semibold">
        {t('tasks.papersCount', { have: String(needed - open), count: String(needed) })}
      </dd>
    </div>
  )
}
