import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

export type NoticeTone = 'info' | 'ok' | 'warn' | 'danger'

const tones = {
  info: { box: 'border-primary bg-wash', icon: 'info', ink: 'text-primary' },
  ok: { box: 'border-ok bg-ok-wash', icon: 'check', ink: 'text-ok' },
  warn: { box: 'border-gold bg-warn-wash', icon: 'alert', ink: 'text-warn' },
  danger: { box: 'border-danger bg-danger-wash', icon: 'alert', ink: 'text-danger' },
} as const satisfies Record<NoticeTone, { box: string; icon: IconName; ink: string }>

const sizes = { normal: 'text-lg', large: 'text-xl sm:text-2xl' } as const
const iconSizes = { normal: 'mt-0.5 size-6', large: 'mt-0.5 size-7' } as const

type Props = {
  title: ReactNode
  tone?: NoticeTone
  /** 2 unless the notice sits inside a section that has its own heading. */
  level?: 2 | 3
  /** 'large' for the one thing that the page is about. */
  size?: 'normal' | 'large'
  /** 'status' for news that appear after an act of the person; 'alert' only for what must interrupt. */
  role?: 'status' | 'alert' | undefined
  children?: ReactNode
}

export function Notice(props: Props) {
  const { title, tone = 'info', level = 2, size = 'normal', role, children } = props
  const Heading = level === 2 ? 'h2' : 'h3'
  const { box, icon, ink } = tones[tone]
  return (
    <div role={role} className={`my-5 border-l-6 p-4 sm:px-5 ${box}`}>
      <Heading className={classNames('flex items-start gap-2.5', sizes[size])}>
        <Icon name={icon} className={classNames(iconSizes[size], ink)} />
        <span>{title}</span>
      </Heading>
      {children && <div className="mt-2 max-w-read space-y-3">{children}</div>}
    </div>
  )
}
