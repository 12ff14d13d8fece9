import type {
  AddressAnswer,
  AnswerIssue,
  OrganisationAnswer,
  PersonAnswer,
} from '@/lib/procedures/answers'
import { cleanLine } from '@/lib/procedures/clean-text'
import { readDate } from '@/lib/procedures/read/date'
import {
  isEmptyInput,
  isRecord,
  type Place,
  type Reading,
  read,
  within,
  wrong,
} from '@/lib/procedures/read/reading'
import { readEmail, readFormat, readPhone } from '@/lib/procedures/read/text'
import type { FieldOf, OrganisationPart, PersonPart } from '@/lib/procedures/shape/field'

const STREET_LENGTH = 200
const PART_LENGTH = 150

/** Province, commune of that province, and the line before them. A draft may hold only some. */
export function readAddress(_field: unknown, raw: unknown, place: Place): Reading<AddressAnswer> {
  if (!isRecord(raw)) return wrong(place.path, 'type')
  const province = partText(raw['province'])
  const street = partText(raw['street'])
  const commune = place.codes.communes.commune(partText(raw['commune']))
  const value = { province, commune: commune?.code ?? '', street }
  const issues = [
    ...provinceIssues(province, place),
    ...communeIssues({ typed: partText(raw['commune']), home: commune?.province, province }, place),
    ...streetIssues(street, place),
  ]
  return { value, issues }
}

function provinceIssues(province: string, place: Place): AnswerIssue[] {
  const here = within(place, 'province')
  if (province === '') return missing(here)
  return place.codes.communes.province(province) ? [] : wrong(here.path, 'province-unknown').issues
}

function communeIssues(
  { typed, home, province }: { typed: string; home: string | undefined; province: string },
  place: Place,
): AnswerIssue[] {
  const here = within(place, 'commune')
  // Of an unknown province no commune can be right; one message is enough.
  if (province !== '' && !place.codes.communes.province(province)) return []
  if (typed === '') return missing(here)
  return home === province ? [] : wrong(here.path, 'commune-unknown').issues
}

function streetIssues(street: string, place: Place): AnswerIssue[] {
  const here = within(place, 'street')
  if (street === '') return missing(here)
  if ([...street].length <= STREET_LENGTH) return []
  return wrong(here.path, 'too-long', { max: STREET_LENGTH }).issues
}

type PartReader = (raw: unknown, place: Place) => Reading<string>

const PERSON: Record<PersonPart, PartReader> = {
  full_name: readPartText,
  date_of_birth: (raw, place) =>
    readDate({ ...BIRTH, key: 'date_of_birth', label: { vi: '-', en: '-' } }, raw, place),
  id_number: (raw, place) => readFormat(raw, 'personal-id', place),
  phone: (raw, place) => readPhone(null, raw, place),
  email: (raw, place) => readEmail(null, raw, place),
  position: readPartText,
}
const ORGANISATION: Record<OrganisationPart, PartReader> = {
  name: readPartText,
  tax_code: (raw, place) => readFormat(raw, 'tax-code', place),
  phone: (raw, place) => readPhone(null, raw, place),
  email: (raw, place) => readEmail(null, raw, place),
  contact: readPartText,
}
const BIRTH = { type: 'date', required: false, sensitive: false, maxDate: 'today' } as const

export function readPerson(
  field: FieldOf<'person'>,
  raw: unknown,
  place: Place,
): Reading<PersonAnswer> {
  return readParts({ ...field, readers: PERSON }, raw, place)
}

export function readOrganisation(
  field: FieldOf<'organisation'>,
  raw: unknown,
  place: Place,
): Reading<OrganisationAnswer> {
  return readParts({ ...field, readers: ORGANISATION }, raw, place)
}

type Parts<Part extends string> = {
  parts: readonly Part[]
  requiredParts: readonly Part[]
  readers: Record<Part, PartReader>
}

function readParts<Part extends string>(
  { parts, requiredParts, readers }: Parts<Part>,
  raw: unknown,
  place: Place,
): Reading<{ [Key in Part]?: string }> {
  if (!isRecord(raw)) return wrong(place.path, 'type')
  const value: { [Key in Part]?: string } = {}
  const issues: AnswerIssue[] = []
  for (const part of parts) {
    const here = within(place, part)
    if (isEmptyInput(raw[part])) {
      if (requiredParts.includes(part)) issues.push(...missing(here))
      continue
    }
    const reading = readers[part](raw[part], here)
    if (reading.value !== undefined) value[part] = reading.value
    issues.push(...reading.issues)
  }
  return { value, issues }
}

function readPartText(raw: unknown, place: Place): Reading<string> {
  const text = partText(raw)
  if (text === '') return wrong(place.path, 'type')
  if ([...text].length > PART_LENGTH) return wrong(place.path, 'too-long', { max: PART_LENGTH })
  return read(text)
}

function missing(place: Place): AnswerIssue[] {
  return place.complete ? wrong(place.path, 'required').issues : []
}

function partText(raw: unknown): string {
  return typeof raw === 'string' ? cleanLine(raw) : ''
}
