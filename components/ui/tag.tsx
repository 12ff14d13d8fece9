import type { ReactNode } from 'react'

export type Tone = 'info' | 'ok' | 'warn' | 'late' | 'neutral'

const tones = {
  info: 'bg-wash text-primary-deep',
  ok: 'bg-ok-wash text-ok',
  warn: 'bg-warn-wash text-warn',
  late: 'bg-danger-wash text-danger',
  neutral: 'bg-grey-wash text-soft',
} as const satisfies Record<Tone, string>

/** A state in one or two words; the words carry the meaning, the colour only helps. */
export function Tag({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-sm px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap print:border print:border-line ${tones[tone]}`}
    >
      {children}
    </span>
  )
}
