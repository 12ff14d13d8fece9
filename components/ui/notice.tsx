import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type NoticeTone = 'info' | 'ok' | 'warn' | 'danger'

const tones = {
  info: { box: 'border-primary bg-wash', icon: 'info', ink: 'text-primary' },
  ok: { box: 'border-ok bg-ok-wash', icon: 'check', ink: 'text-ok' },
  warn: { box: 'border-gold bg-warn-wash', icon: 'alert', ink: 'text-warn' },
  danger: { box: 'border-danger bg-danger-wash', icon: 'alert', ink: 'text-danger' },
} as const satisfies Record<NoticeTone, { box: string; icon: IconName; ink: string }>

type Props = {
  title: ReactNode
  tone?: NoticeTone
  /** 2 unless the notice sits inside a section that has its own heading. */
  level?: 2 | 3
  /** 'status' for news that appear after an act of the person; 'alert' only for what must interrupt. */
  role?: 'status' | 'alert' | undefined
  children?: ReactNode
}

export function Notice({ title, tone = 'info', level = 2, role, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const { box, icon, ink } = tones[tone]
  return (
    <div role={role} className={`my-5 border-l-6 p-4 sm:px-5 ${box}`}>
      <Heading className="flex items-start gap-2 text-lg">
        <Icon name={icon} className={`mt-0.5 size-6 ${ink}`} />
        <span>{title}</span>
      </Heading>
      {children && <div className="mt-2 max-w-read space-y-3">{children}</div>}
    </div>
  )
}
