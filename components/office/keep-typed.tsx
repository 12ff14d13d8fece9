'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { isRecord } from '@/lib/procedures/read/reading'

type Props = {
  /** Under this name the tab remembers. */
  name: string
  /** All of it was saved: what was laid aside is forgotten. */
  saved: boolean
  /** Said when something came back. */
  restored: string
  children: ReactNode
}
type Control = HTMLInputElement | HTMLTextAreaElement

/**
 * Lays what is typed aside in this tab until it is saved: it outlives a broken line and a reload, and
 * goes with the tab, since the device may be shared.
 */
export function KeepTyped({ name, saved, restored, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [back, setBack] = useState(false)
  const key = `typed:${name}`
  useEffect(() => {
    if (saved) forget(key)
    else setBack(restore(box.current, remembered(key)))
  }, [key, saved])
  return (
    <div ref={box} onInput={(event) => keep(key, event.target)}>
      {back && (
        <p role="status" className="my-2 border-l-4 border-gold bg-warn-wash px-3 py-2 text-sm">
          {restored}
        </p>
      )}
      {children}
    </div>
  )
}

function restore(box: HTMLElement | null, typed: Record<string, string>): boolean {
  let changed = false
  for (const control of box?.querySelectorAll<Control>('input[name], textarea[name]') ?? []) {
    const value = typed[control.name]
    if (value === undefined || control.type === 'hidden') continue
    if (control.type === 'radio' && 'checked' in control) {
      const checked = control.value === value
      changed ||= checked && !control.checked
      control.checked = checked
    } else {
      changed ||= control.value !== value
      control.value = value
    }
  }
  return changed
}

function keep(key: string, target: EventTarget): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
  try {
    const typed = { ...remembered(key), [target.name]: target.value }
    sessionStorage.setItem(key, JSON.stringify(typed))
  } catch {
    // A browser without room or with storage turned off: the page itself still holds everything.
  }
}

function remembered(key: string): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    if (!isRecord(kept)) return {}
    return Object.fromEntries(
      Object.entries(kept).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      ),
    )
  } catch {
    return {}
  }
}

function forget(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept there.
  }
}
