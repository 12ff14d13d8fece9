import { openWait, previewIfAnsweredAt } from '@/lib/deadlines/clock-run'
import { addDays, type Day, dayOf } from '@/lib/deadlines/day'
import { clockStartingAt } from '@/lib/procedures/clocks'
import { type Asking, endOf } from '@/lib/supplements/read-asking'
import { roundsUsed } from '@/lib/supplements/supplement-law'

export type WaitEffect = 'restart' | 'pause' | 'none'

/** What sending a request now would mean; an officer reads it before sending. */
export type Outlook = {
  stage: 'intake' | 'processing'
  round: number
  roundsAllowed: number
  /** The last moment at which sending keeps the law: the answer at intake, or three working days of receipt. */
  sendBy: Date | null
  timely: boolean
  effect: WaitEffect | 'not-started'
  replyDue: Date
  /** The date promised now, and the one that follows if the applicant answered at this very moment. */
  due: Date | null
  dueIfAnsweredNow: Date | null
  sectorClauseKey: string | null
  /** The last day on which an apology with a new date may still be signed (Art. 19.6); null when it was used. */
  apologyBy: Day | null
}

/**
 * Whether a request sent at a moment is lawful, and what it does to the dates (Decree 118/2025 Art. 17.2.c,
 * 19.5): in time, the limit is counted anew; late without a sector clause, the limit runs on. A second
 * round, which only a sector clause allows, stops the clock as national reporting counts it.
 */
export function outlook(asking: Asking, at: Date): Outlook {
  const { dossier, law, requests, calendar } = asking
  const stage = dossier.acceptedAt === null ? 'intake' : 'processing'
  const used = roundsUsed(requests, stage)
  const sendBy =
    dossier.acceptedAt === null
      ? dossier.acceptanceDueAt
      : endOf(calendar, dossier.acceptedAt, law.askWithin)
  const timely = isTimely({ asking, stage, sendBy, at })
  const effect = effectOf({ stage, timely, round: used + 1, effect: law.effect })
  return {
    stage,
    round: used + 1,
    roundsAllowed: law.rounds,
    sendBy,
    timely,
    effect,
    replyDue: endOf(calendar, at, law.answerWithin),
    due: dossier.dueAt,
    dueIfAnsweredNow: dueIfAnswered(asking, effect, at),
    sectorClauseKey: law.sectorClause?.key ?? null,
    apologyBy: apologyBy(asking),
  }
}

type Timing = { asking: Asking; stage: Outlook['stage']; sendBy: Date | null; at: Date }

/** Hours count at intake; days count in processing, and a sector clause stands before them. */
function isTimely({ asking, stage, sendBy, at }: Timing): boolean {
  if (!sendBy) return true
  if (stage === 'intake') return at <= sendBy
  return asking.law.sectorClause !== null || dayOf(at) <= dayOf(sendBy)
}

function effectOf(request: {
  stage: Outlook['stage']
  timely: boolean
  round: number
  effect: 'restart' | 'pause'
}): Outlook['effect'] {
  if (request.stage === 'intake') return 'not-started'
  if (!request.timely) return 'none'
  return request.round > 1 ? 'pause' : request.effect
}

function dueIfAnswered(asking: Asking, effect: Outlook['effect'], at: Date): Date | null {
  const { dossier, calendar, clocks } = asking
  if (effect === 'not-started') {
    const acceptance = clockStartingAt(clocks, 'payment') ?? clockStartingAt(clocks, 'submission')
    const limit = acceptance?.limit[0]
    return limit ? endOf(calendar, at, limit) : null
  }
  const run = dossier.clocks.at(-1)
  if (!run || run.endedAt !== null) return null
  const waiting = openWait(run, { from: at.toISOString(), effect })
  const answered = previewIfAnsweredAt(calendar, waiting, at)
  return answered.ok ? new Date(answered.value.due) : null
}

function apologyBy({ dossier }: Asking): Day | null {
  const run = dossier.clocks.at(-1)
  if (!run || run.endedAt !== null || run.extendedTo !== null || !dossier.acceptedAt) return null
  return addDays(dayOf(new Date(run.due)), -1)
}
