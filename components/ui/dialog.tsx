'use client'

import { type ReactNode, useId, useRef } from 'react'
import { Button } from './button'
import type { ButtonLook } from './button-look'
import { Icon } from './icon'

type Props = ButtonLook & {
  openLabel: ReactNode
  title: string
  closeLabel: string
  children: ReactNode
}

/**
 * A question that must be answered before going on. The browser's own modal: it holds focus, closes
 * on Escape and gives focus back. Never the only way to an act: it does not open without JavaScript.
 */
export function Dialog({ openLabel, title, closeLabel, children, variant, size }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  return (
    <>
      <Button
        type="button"
        variant={variant}
        size={size}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {openLabel}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-md border border-line bg-paper p-6 text-ink shadow-dialog backdrop:bg-office/60"
      >
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId}>{title}</h2>
          <Button
            type="button"
            variant="text"
            size="slim"
            className="-mt-1 -mr-2"
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
            {closeLabel}
          </Button>
        </div>
        <div className="mt-3 space-y-4">{children}</div>
      </dialog>
    </>
  )
}
