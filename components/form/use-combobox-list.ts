'use client'

import { type KeyboardEvent, useState } from 'react'
import { foldVietnamese } from '@/lib/procedures/fold-vietnamese'

export type ComboboxOption = { value: string; label: string }

type Input = {
  options: readonly ComboboxOption[]
  value: string
  choose: (value: string) => void
}
export type ComboboxList = ReturnType<typeof useComboboxList>

const STEPS: Partial<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
}

/** What a searched list shows, and what typing and the keys do to it. */
export function useComboboxList({ options, value, choose }: Input) {
  const chosen = options.findIndex((option) => option.value === value)
  const [query, setQuery] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const shown = matching(options, query ?? '')
  const show = () => {
    if (open) return
    setOpen(true)
    setActive(Math.max(0, chosen))
  }
  const close = () => {
    setOpen(false)
    setQuery(null)
  }
  const pick = (option: ComboboxOption | undefined) => {
    close()
    if (option && option.value !== value) choose(option.value)
  }
  const leave = () => {
    // What was typed counts when it names one choice; an emptied box is an emptied answer.
    if (query?.trim() === '' && value !== '') choose('')
    pick(query && shown.length === 1 ? shown[0] : undefined)
  }
  const type = (text: string) => {
    setQuery(text)
    setOpen(true)
    setActive(0)
  }
  const move = (step: number) => {
    if (!open) return show()
    setActive(Math.min(shown.length - 1, Math.max(0, active + step)))
  }
  const press = (event: KeyboardEvent) => {
    const act = actOf(event, open, { move, close, pick: () => pick(shown[active]) })
    if (!act) return
    event.preventDefault()
    act()
  }
  const text = query ?? options[chosen]?.label ?? ''
  const filtering = query !== null && query !== ''
  return { text, open, active, shown, filtering, show, leave, type, press, pick }
}

type Acts = { move: (step: number) => void; close: () => void; pick: () => void }

function actOf(
  { key, nativeEvent }: KeyboardEvent,
  open: boolean,
  acts: Acts,
): (() => void) | undefined {
  // Vietnamese is composed letter by letter: Enter may belong to the keyboard, not to the list.
  if (nativeEvent.isComposing) return undefined
  const step = STEPS[key]
  if (step !== undefined) return () => acts.move(step)
  if (!open) return undefined
  return { Escape: acts.close, Enter: acts.pick }[key]
}

/** The options that hold every word typed, those that begin with them first. */
export function matching(
  options: readonly ComboboxOption[],
  query: string,
): readonly ComboboxOption[] {
  const words = foldVietnamese(query).split(' ').filter(Boolean)
  if (words.length === 0) return options
  const start = words.join(' ')
  const ranked = options.flatMap((option) => {
    const folded = foldVietnamese(option.label)
    return words.every((word) => folded.includes(word))
      ? [{ option, rank: rankOf(folded, start) }]
      : []
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ option }) => option)
}

function rankOf(folded: string, start: string): number {
  if (folded.startsWith(start)) return 0
  return ` ${folded} `.includes(` ${start}`) ? 1 : 2
}
