import { getTranslator } from '@/app/_server/translator'
import { formatDate, formatDateTime } from '@/components/format'
import { Tag } from '@/components/ui/tag'
import { momentOf } from '@/lib/deadlines/day'
import type { Outlook } from '@/lib/supplements/outlook'

type Props = {
  outlook: Outlook
  /** 2 where no section with a heading of its own stands around it. */
  level?: 2 | 3
}

/** What sending now means: lawful or late, the dates, and what the law still allows afterwards. */
export async function SupplementOutlook({ outlook, level = 3 }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const t = await getTranslator('supplement')
  const { timely, round, roundsAllowed } = outlook
  const lines = await linesOf(outlook)
  return (
    <section
      aria-labelledby="outlook-title"
      className="border-l-6 border-primary bg-wash p-3 text-sm"
    >
      <Heading id="outlook-title" className="mb-1 text-base">
        {t('office.outlookTitle')}{' '}
        <Tag tone={timely ? 'ok' : 'late'}>{timely ? t('office.timely') : t('office.late')}</Tag>
      </Heading>
      <ul className="list-disc space-y-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {round > roundsAllowed && <li className="font-semibold">{t('office.roundsUsed')}</li>}
      </ul>
    </section>
  )
}

async function linesOf(outlook: Outlook): Promise<string[]> {
  const t = await getTranslator('supplement')
  const { stage, timely, sendBy, effect, round, roundsAllowed, apologyBy } = outlook
  const by = endOfTime(stage, sendBy)
  const due = outlook.due ? formatDate(outlook.due) : ''
  const date = outlook.dueIfAnsweredNow ? formatDate(outlook.dueIfAnsweredNow) : ''
  const clockLine = {
    'not-started': () => t('office.notStarted', { date: dateTime(outlook.dueIfAnsweredNow) }),
    restart: () => t('office.restart', { date, due }),
    pause: () => t('office.pause', { date, due }),
    none: () => t('office.none', { due }),
  }
  const lateLine = () =>
    stage === 'intake' ? t('office.lateAtIntake') : t('office.lateProcessing', { date: by })
  const allowed = String(Math.max(roundsAllowed, 1))
  return [
    ...(by ? [timely ? t('office.sendBy', { date: by }) : lateLine()] : []),
    clockLine[effect](),
    t('office.replyBy', { date: formatDate(outlook.replyDue) }),
    ...(round <= roundsAllowed ? [t('office.roundsLeft', { round: String(round), allowed })] : []),
    ...(round === roundsAllowed ? [t('office.noMoreAfter')] : []),
    ...(apologyBy ? [t('office.apologyBy', { date: formatDate(momentOf(apologyBy, 0)) })] : []),
  ]
}

function dateTime(at: Date | null): string {
  return at ? formatDateTime(at) : ''
}

/** At intake hours count, afterwards days. */
function endOfTime(stage: Outlook['stage'], sendBy: Date | null): string {
  if (!sendBy) return ''
  return stage === 'intake' ? formatDateTime(sendBy) : formatDate(sendBy)
}
