'use client'

import { useState, useSyncExternalStore } from 'react'
import { Button } from './button'
import { Icon } from './icon'

type Props = { text: string; label: string; copiedLabel: string }

const never = () => () => {}

/** Appears only where the browser can copy; the text itself always stands beside it. */
export function CopyButton({ text, label, copiedLabel }: Props) {
  const able = useSyncExternalStore(
    never,
    () => navigator.clipboard !== undefined,
    () => false,
  )
  const [copied, setCopied] = useState(false)
  if (!able) return null
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 4000)
  }
  return (
    <Button type="button" variant="secondary" size="slim" onClick={copy}>
      <Icon name={copied ? 'check' : 'copy'} />
      <span aria-live="polite">{copied ? copiedLabel : label}</span>
    </Button>
  )
}
