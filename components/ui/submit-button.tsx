'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button'
import type { ButtonLook } from './button-look'

type Props = ComponentProps<'button'> & ButtonLook & { pendingLabel: string }

/** A submit button that says it is at work and ignores a second press. */
export function SubmitButton({ pendingLabel, children, ...button }: Props) {
  const { pending } = useFormStatus()
  const ignoreSecondPress = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault()
    else button.onClick?.(event)
  }
  return (
    <Button {...button} aria-disabled={pending || undefined} onClick={ignoreSecondPress}>
      <span aria-live="polite">{pending ? pendingLabel : children}</span>
    </Button>
  )
}
