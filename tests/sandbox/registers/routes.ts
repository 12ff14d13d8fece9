import { z } from 'zod'
import { type Answer, type Exchange, json, type Routes, readText } from '../http'
import type { Places, SandboxSettings } from '../settings'
import { enterprises, OUT_OF_ORDER, people, type Registered } from './entries'
import { registersPage } from './page'

export type RegisterFaults = {
  registersDown: boolean
  /** They take the question and say nothing. */
  registersSilent?: boolean
}

const enterpriseQuestion = z.object({ taxCode: z.string() })
const personQuestion = z.object({
  idNumber: z.string(),
  fullName: z.string(),
  birthDate: z.iso.date().nullable(),
})

type Keys = Pick<SandboxSettings, 'ENTERPRISE_REGISTER_KEY' | 'POPULATION_REGISTER_KEY'> & {
  places: Places
}

/** The register of enterprises and the population database: each answers whoever holds its key. */
export function registerRoutes(settings: Keys, faults: RegisterFaults): Routes {
  return {
    'GET /registers': () => registersPage(settings.places),
    'POST /registers/enterprise': (exchange) =>
      answerHolder(exchange, { key: settings.ENTERPRISE_REGISTER_KEY, faults }, (body) => {
        const { taxCode } = enterpriseQuestion.parse(body)
        if (OUT_OF_ORDER.has(taxCode)) return json({ error: 'maintenance' }, 503)
        const enterprise = enterprises.find((entry) => entry.taxCode === taxCode)
        return json(enterprise ? { result: 'found', enterprise } : { result: 'not-found' })
      }),
    'POST /registers/population': (exchange) =>
      answerHolder(exchange, { key: settings.POPULATION_REGISTER_KEY, faults }, (body) => {
        const asked = personQuestion.parse(body)
        if (OUT_OF_ORDER.has(asked.idNumber)) return json({ error: 'maintenance' }, 503)
        const person = people.find(({ idNumber }) => idNumber === asked.idNumber)
        return json(person ? verdict(person, asked) : { result: 'not-found' })
      }),
  }
}

type Door = { key: string; faults: RegisterFaults }

async function answerHolder(
  { request }: Exchange,
  { key, faults }: Door,
  answer: (body: unknown) => Answer,
): Promise<Answer | undefined> {
  if (faults.registersSilent) return undefined
  const body: unknown = JSON.parse(await readText(request))
  if (key === '' || request.headers.authorization !== `Bearer ${key}`)
    return json({ error: 'no such key' }, 401)
  return faults.registersDown ? json({ error: 'maintenance' }, 503) : answer(body)
}

/** It says what differs, not what it holds. */
function verdict(person: Registered, asked: z.output<typeof personQuestion>) {
  const parts = [
    ...(fold(person.fullName) === fold(asked.fullName) ? [] : ['full_name']),
    ...(asked.birthDate === null || asked.birthDate === person.birthDate ? [] : ['birth_date']),
  ]
  return parts.length === 0 ? { result: 'agrees' } : { result: 'differs', parts }
}

function fold(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim()
}
