'use client'

import { useActionState } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { CopyState } from './content-actions'

type Props = {
  copy: () => Promise<CopyState>
  button: string
  pending: string
  refused: string
  variant: 'primary' | 'secondary'
}

/** One button that makes a draft of what is on file. */
export function CopyForm({ copy, button, pending, refused, variant }: Props) {
  const [state, send] = useActionState(copy, { refused: false })
  return (
    <form action={send}>
      {state.refused && <Notice tone="danger" role="alert" level={3} title={refused} />}
      <SubmitButton pendingLabel={pending} variant={variant} className="max-sm:w-full">
        {button}
      </SubmitButton>
    </form>
  )
}
