import { getLocale, getTranslator } from '@/app/_server/translator'
import { formatDate } from '@/components/format'
import { type ChoiceOption, RadioGroup } from '@/components/ui/radio-group'
import { dayOf } from '@/lib/deadlines/day'
import type { Procedure } from '@/lib/procedures/procedure'
import type { Earlier } from '@/lib/reuse/earlier'

const NOTHING = 'none'

type Props = { procedure: Procedure; earlier: readonly Earlier[]; from: string | null }

/** The licence or the earlier dossier that a new one begins from, so that nothing is asked twice. */
export async function BeginFrom({ procedure, earlier, from }: Props) {
  const t = await getTranslator('draft')
  const options = await Promise.all(earlier.map(optionOf))
  return (
    <div className="mb-8 max-w-form">
      <RadioGroup
        id="from"
        name="from"
        label={t('start.from')}
        hint={t('start.fromHint')}
        defaultValue={chosen(procedure, earlier, from)}
        options={[
          ...options,
          { value: NOTHING, label: t('start.fromNothing'), hint: t('start.fromNothingHint') },
        ]}
      />
    </div>
  )
}

/** What is most likely meant: what the link names, the licence to be changed, the same person's last filing. */
function chosen(procedure: Procedure, earlier: readonly Earlier[], from: string | null): string {
  const ids = earlier.map(({ dossier }) => dossier.id)
  if (from && ids.includes(from)) return from
  const [first] = earlier
  const isLikely = first?.result || procedure.subject === 'person'
  return first && isLikely ? first.dossier.id : NOTHING
}

async function optionOf({ dossier, result }: Earlier): Promise<ChoiceOption> {
  const [t, locale] = [await getTranslator('draft'), await getLocale()]
  const { id, reference, subject, procedureName, submittedAt } = dossier
  if (result) {
    const { type, number, issuedOn } = result
    return {
      value: id,
      label: t('start.fromResult', { type: type[locale], number, subject }),
      hint: t('start.fromResultHint', { date: formatDate(issuedOn), reference }),
    }
  }
  return {
    value: id,
    label: t('start.fromDossier', { procedure: procedureName[locale], subject }),
    hint: t('start.fromDossierHint', { date: formatDate(dayOf(submittedAt)), reference }),
  }
}
