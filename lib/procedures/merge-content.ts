import {
  joinParts,
  type MarkText,
  markOfStanding,
  markOfValue,
  type Parts,
  partsOf,
} from '@/lib/procedures/content-parts'
import {
  type Content,
  type Standing,
  standingIn,
  withStandings,
} from '@/lib/procedures/section-content'
import type { Field } from '@/lib/procedures/shape/field'

export type Meeting = {
  /** The fields that the writer had before them. */
  fields: readonly Field[]
  mine: Content
  theirs: Content
  /** The mark of a part when the writer began; undefined when nobody has touched it since. */
  baseOf: (part: string) => string | undefined
  /** Fields of which something is undecided from an earlier save: never taken whole without a look. */
  apart: ReadonlySet<string>
  /** Parts where the writer takes what the others wrote. */
  givenUp: ReadonlySet<string>
  mark: MarkText
}

export type Merged = {
  content: Content
  /** Parts that both changed, differently: what the others wrote stands until the writer chooses. */
  conflicts: string[]
  /** Parts that only the others changed: the writer's page does not show them yet. */
  others: string[]
}

type Outcome = { standing: Standing; conflicts: string[]; others: string[] }
type Choice = 'mine' | 'theirs' | 'same' | 'conflict'

/**
 * Brings together what one writer typed and what others stored meanwhile, field by field, against what
 * stood there when the writer began. What one side alone changed is taken; what both changed differently
 * is never decided here.
 */
export function mergeContent(meeting: Meeting): Merged {
  const outcomes = meeting.fields.map((field) => [field.key, mergeField(field, meeting)] as const)
  const standings = outcomes.map(([key, { standing }]) => [key, standing] as const)
  return {
    content: withStandings(meeting.theirs, new Map(standings)),
    conflicts: outcomes.flatMap(([, { conflicts }]) => conflicts),
    others: outcomes.flatMap(([, { others }]) => others),
  }
}

function mergeField(field: Field, meeting: Meeting): Outcome {
  const mine = standingIn(meeting.mine, field.key)
  const theirs = standingIn(meeting.theirs, field.key)
  const whole = choose(field.key, meeting, {
    mine: markOfStanding(mine, meeting.mark),
    theirs: markOfStanding(theirs, meeting.mark),
  })
  const isSettled = whole === 'same' || meeting.givenUp.has(field.key)
  const takenWhole = isSettled || (whole !== 'conflict' && !meeting.apart.has(field.key))
  const parts = takenWhole ? undefined : pairOfParts(field, { mine, theirs }, meeting.mark)
  if (parts) return mergeParts(field, parts, { theirs, meeting })
  return outcomeOf(whole, field.key, { mine, theirs })
}

function outcomeOf(
  choice: Choice,
  part: string,
  { mine, theirs }: { mine: Standing; theirs: Standing },
): Outcome {
  return {
    standing: choice === 'mine' ? mine : theirs,
    conflicts: choice === 'conflict' ? [part] : [],
    others: choice === 'theirs' ? [part] : [],
  }
}

type Pair = { mine: Parts; theirs: Parts }

function pairOfParts(
  field: Field,
  { mine, theirs }: { mine: Standing; theirs: Standing },
  mark: MarkText,
): Pair | undefined {
  const [ours, others] = [partsOf(field, mine, mark), partsOf(field, theirs, mark)]
  return ours && others && { mine: ours, theirs: others }
}

function mergeParts(
  field: Field,
  { mine, theirs }: Pair,
  { theirs: stored, meeting }: { theirs: Standing; meeting: Meeting },
): Outcome {
  const names = [...new Set([...theirs.keys(), ...mine.keys()])]
  const choices = names.map((name) => {
    const values = { mine: mine.get(name), theirs: theirs.get(name) }
    const choice = choose(name, meeting, {
      mine: markOfValue(values.mine, meeting.mark),
      theirs: markOfValue(values.theirs, meeting.mark),
    })
    return { name, choice, value: choice === 'mine' ? values.mine : values.theirs }
  })
  const named = (wanted: Choice) =>
    choices.filter(({ choice }) => choice === wanted).map(({ name }) => name)
  // Rows are told apart by what they say; a row that both changed is shown within its table.
  if (field.type === 'table' && named('conflict').length > 0)
    return outcomeOf('conflict', field.key, { mine: stored, theirs: stored })
  const kept = choices.filter(({ value }) => value !== undefined)
  const others = named('theirs')
  return {
    standing: { answer: joinParts(field, new Map(kept.map(({ name, value }) => [name, value]))) },
    conflicts: named('conflict'),
    others: field.type === 'table' && others.length > 0 ? [field.key] : others,
  }
}

function choose(
  part: string,
  { baseOf, givenUp }: Meeting,
  { mine, theirs }: { mine: string; theirs: string },
): Choice {
  if (mine === theirs) return 'same'
  if (givenUp.has(part)) return 'theirs'
  const base = baseOf(part) ?? theirs
  if (base === theirs) return 'mine'
  return base === mine ? 'theirs' : 'conflict'
}
