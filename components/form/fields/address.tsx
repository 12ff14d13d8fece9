'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Combobox } from '@/components/form/combobox'
import { useBox, useFormTools, useProblem, useQuestion } from '@/components/form/form-tools'
import { controlId, dotPath } from '@/components/form/paths'
import { firstTyped } from '@/components/form/typed'
import { Button } from '@/components/ui/button'
import { Fieldset } from '@/components/ui/fieldset'
import { TextInput } from '@/components/ui/text-input'
import type { FieldOf } from '@/lib/procedures/shape/field'

type Props = { field: FieldOf<'address'>; path: string }

/** Province, then a commune of that province, then the line before them; two levels, no district. */
export function AddressField({ field, path }: Props) {
  const words = useQuestion(field, path)
  const t = useTranslations('form')
  const { form, payload, communes } = useFormTools()
  const commune = `${path}.commune`
  const takeProvince = (province: string) => {
    form.setValue(dotPath(commune), '', { shouldDirty: true })
    if (province) communes.load(province)
  }
  return (
    <Fieldset {...words} id={controlId(path)} hint={words.hint ?? t('address.hint')}>
      <div className="max-w-form space-y-4 border-l-2 border-line pl-4">
        <Combobox
          path={`${path}.province`}
          words={usePart(`${path}.province`, t('address.province'))}
          options={payload.provinces}
          emptyLabel={t('chooseProvince')}
          onChosen={takeProvince}
        />
        <ShowCommunes />
        <Commune path={path} />
        <Street path={`${path}.street`} />
      </div>
    </Fieldset>
  )
}

/** Without a script the communes come with the next page; the form keeps everything else. */
function ShowCommunes() {
  const t = useTranslations('form')
  return (
    <noscript>
      <Button type="submit" name="_do" value="refresh" variant="secondary" size="slim">
        {t('showCommunes')}
      </Button>
    </noscript>
  )
}

function Commune({ path }: { path: string }) {
  const t = useTranslations('form')
  const { form, communes } = useFormTools()
  const watched: unknown = useWatch({ control: form.control, name: dotPath(`${path}.province`) })
  const province = String(watched ?? '')
  const options = province ? communes.of(province) : undefined
  const words = usePart(`${path}.commune`, t('address.commune'))
  const waiting = province && !options
  const hint = waiting ? t(communes.failed ? 'choicesFailed' : 'loadingChoices') : undefined
  return (
    <Combobox
      path={`${path}.commune`}
      words={{ ...words, hint }}
      options={options ?? []}
      emptyLabel={t(province ? 'chooseCommune' : 'chooseProvinceFirst')}
    />
  )
}

function Street({ path }: { path: string }) {
  const t = useTranslations('form')
  const { typed } = useFormTools()
  return (
    <TextInput
      {...useBox(path)}
      {...usePart(path, t('address.street'))}
      defaultValue={firstTyped(typed, path)}
    />
  )
}

function usePart(path: string, label: string) {
  return { label, error: useProblem(path) }
}
