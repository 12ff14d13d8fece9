'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { afterPress } from '@/components/form/after-press'
import { forgetAbove, useBox, useFormTools, type Words } from '@/components/form/form-tools'
import { dotPath } from '@/components/form/paths'
import { firstTyped } from '@/components/form/typed'
import {
  type ComboboxList,
  type ComboboxOption,
  useComboboxList,
} from '@/components/form/use-combobox-list'
import { useScripted } from '@/components/form/use-scripted'
import { classNames } from '@/components/ui/class-names'
import { controlAria, describedBy, Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

type Props = {
  path: string
  words: Words
  options: readonly ComboboxOption[]
  emptyLabel: string
  disabled?: boolean
  onChosen?: (value: string) => void
}

/**
 * A long list in which the words typed are found with or without accents. Before the script runs,
 * and without it, it is the browser's own list under the same name.
 */
export function Combobox(props: Props) {
  return useScripted() ? <ScriptedCombobox {...props} /> : <PlainList {...props} />
}

function PlainList({ path, words, options, emptyLabel, disabled }: Props) {
  const { id, name } = useBox(path)
  const { typed } = useFormTools()
  return (
    <Select
      {...words}
      id={id}
      name={name}
      options={options}
      emptyLabel={emptyLabel}
      disabled={disabled}
      defaultValue={firstTyped(typed, path)}
    />
  )
}

function ScriptedCombobox({ path, words, options, emptyLabel, disabled, onChosen }: Props) {
  const box = useBox(path)
  const t = useTranslations('form')
  const { form, touch } = useFormTools()
  const value = String(form.watch(dotPath(path)) ?? '')
  const choose = (next: string) => {
    form.setValue(dotPath(path), next, { shouldDirty: true })
    forgetAbove(form, path)
    onChosen?.(next)
    touch()
    void form.trigger(dotPath(path))
  }
  const list = useComboboxList({ options, value, choose })
  const listId = `${box.id}-list`
  const current = list.shown[list.active]
  return (
    <Field {...words} id={box.id}>
      <div className="relative max-w-form">
        <input type="hidden" name={box.name} ref={box.ref} />
        <input
          {...controlAria(box.id, words)}
          aria-describedby={
            [describedBy(box.id, words), `${box.id}-status`].filter(Boolean).join(' ') || undefined
          }
          role="combobox"
          type="text"
          className="control pr-10"
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          placeholder={emptyLabel}
          aria-expanded={list.open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={list.open && current ? `${listId}-${current.value}` : undefined}
          value={list.text}
          onChange={(event) => list.type(event.currentTarget.value)}
          onClick={list.show}
          onBlur={() => afterPress(list.leave)}
          onKeyDown={list.press}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-4 size-2.5 -translate-y-3/4 rotate-45 border-r-2 border-b-2 border-soft"
        />
        <span id={`${box.id}-status`} aria-live="polite" className="sr-only">
          {list.open && list.filtering
            ? t('filtered', { count: list.shown.length })
            : t('typeToFilter', { count: String(options.length) })}
        </span>
        {list.open && <Choices {...{ list, listId, value, label: words.label }} />}
      </div>
    </Field>
  )
}

function Choices(props: { list: ComboboxList; listId: string; value: string; label: string }) {
  const { list, listId, value, label } = props
  const t = useTranslations('form')
  const active = useRef<HTMLDivElement>(null)
  const at = list.active
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ref follows the line that is active now
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <div
      id={listId}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      className="absolute inset-x-0 top-full z-10 mt-1 max-h-72 overflow-y-auto rounded-sm border border-soft bg-paper py-1"
    >
      {list.shown.length === 0 && (
        <p className="px-3.5 py-2 text-soft">{t('filtered', { count: 0 })}</p>
      )}
      {list.shown.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box that owns the list
        <div
          key={option.value}
          id={`${listId}-${option.value}`}
          ref={index === at ? active : undefined}
          role="option"
          tabIndex={-1}
          aria-selected={option.value === value}
          className={classNames(
            'min-h-11 cursor-pointer px-3.5 py-2 hover:bg-wash',
            index === at && 'bg-wash',
            option.value === value && 'font-semibold',
          )}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => list.pick(option)}
        >
          {option.label}
        </div>
      ))}
    </div>
  )
}
