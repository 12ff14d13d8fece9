import { formatDate } from '@/components/format'
import type { Translator } from '@/components/messages/translator'
import { Icon } from '@/components/ui/icon'
import type { CapacityOption } from '@/lib/identity/capacities'
import { getTranslator } from '../../_server/translator'

type Props = { title?: string; options: readonly CapacityOption[]; current: string | undefined }

/** Each capacity is a button of its own: one press, with or without JavaScript. */
export async function CapacityList({ title, options, current }: Props) {
  const t = await getTranslator('signIn')
  if (options.length === 0) return null
  return (
    <section>
      {title && <h2 className="mb-3 text-lg">{title}</h2>}
      <ul className="space-y-3">
        {options.map((option) => (
          <li key={option.key}>
            <CapacityButton t={t} option={option} current={option.key === current} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type ButtonProps = { t: Translator<'signIn'>; option: CapacityOption; current: boolean }

function CapacityButton({ t, option, current }: ButtonProps) {
  const { name, hint } = wordsOf(t, option)
  return (
    <button
      type="submit"
      name="capacity"
      value={option.key}
      className="flex min-h-16 w-full items-center gap-4 rounded-sm border border-soft bg-paper p-4 text-left hover:border-primary hover:bg-wash"
    >
      <span className="flex-1">
        <span className="block font-semibold text-primary">{name}</span>
        <span className="block text-sm text-soft">{hint}</span>
      </span>
      {current && (
        <span className="flex items-center gap-1.5 text-sm font-semibold text-ok">
          <Icon name="check" />
          {t('chooseCurrent')}
        </span>
      )}
      <Icon name="arrow" className="size-5 text-primary" />
    </button>
  )
}

function wordsOf(t: Translator<'signIn'>, option: CapacityOption): { name: string; hint: string } {
  switch (option.kind) {
    case 'self':
      return { name: t('chooseSelf'), hint: t('chooseSelfHint') }
    case 'organisation':
      return organisationWords(t, option)
    case 'officer':
      return option.inPlaceOf ? lentWords(t, option.inPlaceOf, option) : ownWords(option)
  }
}

type Organisation = Extract<CapacityOption, { kind: 'organisation' }>

function organisationWords(
  t: Translator<'signIn'>,
  { organisationName, taxCode, role }: Organisation,
) {
  if (!role) return { name: organisationName, hint: t('chooseOrganisationHint', { taxCode }) }
  const words = { name: organisationName, role: t(`memberRoles.${role}`) }
  return { name: t('chooseMember', words), hint: t('chooseMemberHint', { taxCode }) }
}

type Officer = Extract<CapacityOption, { kind: 'officer' }>

const ownWords = ({ position, agencyName }: Officer) => ({ name: position, hint: agencyName })

/** 'Thay Giám đốc Nguyễn Văn Mẫu (TUQ.) đến hết 30/11/2026': the last day, not the midnight after it. */
function lentWords(
  t: Translator<'signIn'>,
  { until, ...lender }: NonNullable<Officer['inPlaceOf']>,
  option: Officer,
) {
  const lastDay = new Date(until.getTime() - 1)
  return {
    name: t('chooseLent', { ...lender, until: formatDate(lastDay) }),
    hint: `${option.position} · ${option.agencyName}`,
  }
}
