import type { AnswerIssue } from '@/lib/procedures/answers'
import { readCell } from '@/lib/procedures/read/cell'
import { readTick } from '@/lib/procedures/read/choice'
import { readOrganisation, readPerson } from '@/lib/procedures/read/composite'
import {
  isEmptyInput,
  NOTHING,
  type Place,
  type Reading,
  withoutBlank,
  wrong,
} from '@/lib/procedures/read/reading'
import { readTable } from '@/lib/procedures/read/table'
import type { Field } from '@/lib/procedures/shape/field'
import { isRequired } from '@/lib/procedures/visible'

/**
 * One answer from what a form or a program sent: its proper form and what is wrong with it. Takes
 * both typed text and proper values, so reading an answer again gives the same answer.
 */
export function readField(field: Field, raw: unknown, place: Place): Reading {
  if (field.type === 'paper') return NOTHING
  const reading = isEmptyInput(raw) ? NOTHING : withoutBlank(readFilled(field, raw, place))
  const silent = reading.value === undefined && reading.issues.length === 0
  return silent && place.complete ? { issues: emptyIssues(field, place) } : reading
}

function readFilled(field: Exclude<Field, { type: 'paper' }>, raw: unknown, place: Place): Reading {
  switch (field.type) {
    case 'person':
      return readPerson(field, raw, place)
    case 'organisation':
      return readOrganisation(field, raw, place)
    case 'table':
      return readTable(field, raw, place)
    case 'declaration':
      return readTick(field, raw, place)
    case 'notice':
      return field.acknowledge ? readTick(field, raw, place) : NOTHING
    default:
      return readCell(field, raw, place)
  }
}

function emptyIssues(field: Field, place: Place): AnswerIssue[] {
  if (field.type === 'notice') {
    return field.acknowledge ? wrong(place.path, 'must-acknowledge').issues : []
  }
  if (!isRequired(field, place.answers, place.facts)) return []
  return wrong(place.path, field.type === 'declaration' ? 'must-declare' : 'required').issues
}
