import type { ReactNode } from 'react'
import { Link } from './link'
import { Tag, type Tone } from './tag'

export type Task = {
  id: string
  title: ReactNode
  hint?: ReactNode | undefined
  /** Left out while the task cannot be started. */
  href?: string | undefined
  status: { text: string; tone: Tone }
}

/** What is to do, each with its state; the whole line leads there. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="border-b border-line">
      {tasks.map((task) => (
        <li
          key={task.id}
          className="relative flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-t border-line py-3.5 has-[a:hover]:bg-ground"
        >
          <div className="min-w-0 flex-1 basis-48">
            {task.href ? (
              <Link
                href={task.href}
                aria-describedby={`${task.id}-status`}
                className="font-semibold after:absolute after:inset-0"
              >
                {task.title}
              </Link>
            ) : (
              <span className="font-semibold text-soft">{task.title}</span>
            )}
            {task.hint && <div className="text-sm text-soft">{task.hint}</div>}
          </div>
          <div id={`${task.id}-status`}>
            <Tag tone={task.status.tone}>{task.status.text}</Tag>
          </div>
        </li>
      ))}
    </ul>
  )
}
