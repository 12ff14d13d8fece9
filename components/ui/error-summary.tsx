'use client'

import { useEffect, useRef } from 'react'
import { Icon } from './icon'

export type FieldProblem = {
  /** Id of the control to lead to. */
  fieldId: string
  text: string
}

type Props = { title: string; problems: readonly FieldProblem[] }

/** Stands above the form and takes focus each time it has something new to say. */
export function ErrorSummary({ title, problems }: Props) {
  const box = useRef<HTMLDivElement>(null)
  // A fresh list after each attempt is a new array: focus goes back even when the words are the same.
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
  }, [problems])
  if (problems.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript this is the only way to say that the form came back
      autoFocus
      className="mb-8 rounded-sm border-4 border-danger bg-paper p-5"
    >
      <h2 className="flex items-start gap-2 text-lg">
        <Icon name="alert" className="mt-0.5 size-6 text-danger" />
        {title}
      </h2>
      <ul className="mt-3 list-disc space-y-1.5 pl-6">
        {problems.map((problem) => (
          <li key={`${problem.fieldId}:${problem.text}`}>
            <a
              href={`#${problem.fieldId}`}
              className="font-semibold text-danger hover:text-danger-deep"
            >
              {problem.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
