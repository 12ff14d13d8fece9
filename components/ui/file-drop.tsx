'use client'

import { type ComponentProps, type DragEvent, useRef, useState } from 'react'
import { classNames } from './class-names'
import { controlAria, Field, type FieldText } from './field'
import { Icon } from './icon'

type Props = FieldText &
  Omit<ComponentProps<'input'>, 'className' | 'type' | 'ref'> & {
    id: string
    /** 'Hoặc kéo thả tệp vào đây', shown on screens wide enough to drag. */
    dropLabel: string
    onFiles?: ((files: File[]) => void) | undefined
  }

/**
 * The browser's own file box, which works without JavaScript, inside an area that also takes a
 * dropped file. On a phone the box itself offers the camera.
 */
export function FileDrop(props: Props) {
  const { label, hint, error, optional, note, dropLabel, onFiles, onChange, ...input } = props
  const box = useRef<HTMLInputElement>(null)
  const { over, handlers } = useDrop(box)
  return (
    <Field {...{ id: input.id, label, hint, error, optional, note }}>
      <div {...handlers} className={areaLook(over)}>
        <input
          {...input}
          {...controlAria(input.id, { hint, error, note })}
          ref={box}
          type="file"
          className={fileBox}
          onChange={(event) => {
            onChange?.(event)
            onFiles?.([...(event.currentTarget.files ?? [])])
          }}
        />
        <p className="mt-3 hidden items-center gap-2 text-sm text-soft sm:flex">
          <Icon name="upload" />
          {dropLabel}
        </p>
      </div>
    </Field>
  )
}

const fileBox =
  'block w-full rounded-sm text-sm file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-sm file:border file:border-solid file:border-primary file:bg-paper file:px-5 file:font-semibold file:text-primary hover:file:bg-wash'

function areaLook(over: boolean): string {
  return classNames(
    'max-w-form rounded-md border-2 border-dashed p-4 sm:p-5',
    over ? 'border-primary bg-wash' : 'border-soft bg-ground',
  )
}

function useDrop(box: React.RefObject<HTMLInputElement | null>) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = event.dataTransfer.files
    if (!box.current || files.length === 0) return
    box.current.files = files
    box.current.dispatchEvent(new Event('change', { bubbles: true }))
  }
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: drop,
  }
  return { over, handlers }
}
