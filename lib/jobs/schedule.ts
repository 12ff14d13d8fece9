import type { JobKind } from '@/lib/shared/job-kinds'

/** Recurring jobs in cron's words; times are UTC. `fill` makes up for that long a standstill. */
export const schedule: Partial<Record<JobKind, string>> = {
  'watch-deadlines': '*/5 * * * * watch-deadlines ?max=5&jobKey=watch-deadlines',
  'keep-drafts': '7 * * * * keep-drafts ?max=5&jobKey=keep-drafts',
  'reconcile-payments': '*/5 * * * * reconcile-payments ?max=5&jobKey=reconcile-payments',
  // Looks often and signs once a day: so a standstill costs minutes, and no backfill is needed.
  'seal-chain-heads': '*/10 * * * * seal-chain-heads ?max=5&jobKey=seal-chain-heads',
}
