import type { Day } from '@/lib/deadlines/day'

type Span = {
  id: string
  key: string
  version: number
  effectiveFrom: Day
  /** The first day on which it holds no longer; null when no end is known. */
  effectiveTo: Day | null
}

/**
 * Which calendar counts from which day on for an agency, up to a day: its own where it has one, else the
 * country's, of several versions the newest. Days before the first part count by the first part.
 */
export function calendarParts(
  spans: readonly Span[],
  agencyId: string,
  until: Day,
): { id: string; from: Day }[] {
  const turns = spans.flatMap(({ effectiveFrom, effectiveTo }) => [
    effectiveFrom,
    ...(effectiveTo === null ? [] : [effectiveTo]),
  ])
  const days = [...new Set(turns)].filter((day) => day <= until).toSorted()
  const parts = days.flatMap((from) => {
    const span = holding(spans, agencyId, from)
    return span ? [{ id: span.id, from }] : []
  })
  return parts.filter(({ id }, index) => id !== parts[index - 1]?.id)
}

function holding(spans: readonly Span[], agencyId: string, day: Day): Span | undefined {
  const held = spans
    .filter(({ effectiveFrom, effectiveTo }) => {
      return effectiveFrom <= day && (effectiveTo === null || day < effectiveTo)
    })
    .toSorted((a, b) => b.version - a.version)
  return held.find(({ key }) => key === agencyId) ?? held.find(({ key }) => key !== agencyId)
}
