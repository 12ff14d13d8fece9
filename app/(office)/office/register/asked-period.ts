import { z } from 'zod'

const day = z.iso.date()

/** The period in the address; without one, or with nonsense, this month so far. */
export function askedPeriod(
  search: { from?: string | null; to?: string | null },
  today: string,
): { from: string; to: string } {
  const [from, to] = [day.safeParse(search.from), day.safeParse(search.to)]
  if (from.success && to.success) return { from: from.data, to: to.data }
  return { from: `${today.slice(0, 8)}01`, to: today }
}
