import { z } from 'zod'
import { noteOddAnswer, type RegisterPlace, registerClient } from '@/lib/exchange/register-client'
import type { EnterpriseAnswer, EnterpriseRegister } from '@/lib/exchange/registers'
import { cleanLine } from '@/lib/procedures/clean-text'

const line = z.string().transform(cleanLine).pipe(z.string().min(1).max(1000))
const reply = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('found'),
    enterprise: z.object({
      taxCode: line,
      name: line,
      kind: z.enum(['organisation', 'household']),
      registrationNumber: line,
      registrationDate: z.iso.date(),
      issuer: line,
      address: line,
      legalRepresentatives: z.array(line).min(1).max(20),
      status: z.enum(['active', 'suspended', 'dissolved']),
    }),
  }),
  z.object({ result: z.literal('not-found') }),
])

/** The register of enterprises behind an address of this installation. */
export function httpEnterpriseRegister(place: RegisterPlace): EnterpriseRegister {
  const ask = registerClient('enterprise', place)
  return {
    find: async (taxCode) => {
      const body = await ask({ taxCode })
      return body === undefined ? { code: 'unavailable' } : readReply(body, taxCode)
    },
  }
}

function readReply(body: unknown, taxCode: string): EnterpriseAnswer {
  const { data } = reply.safeParse(body)
  if (data?.result === 'not-found') return { code: 'not-found' }
  // An entry of somebody else would be compared, and copied, as if it were theirs.
  if (data?.enterprise.taxCode === taxCode) return { code: 'found', enterprise: data.enterprise }
  noteOddAnswer('enterprise')
  return { code: 'unavailable' }
}

const MOST = 500
const MINUTE = 60_000
const KEPT_FOR = { found: 10 * MINUTE, 'not-found': MINUTE, unavailable: 0 } as const

/** Keeps answers for minutes, so that a form of many pages asks once; of people it keeps none. */
export function rememberingRegister(
  register: EnterpriseRegister,
  now: () => number = () => performance.now(),
): EnterpriseRegister {
  const kept = new Map<string, { answer: EnterpriseAnswer; until: number }>()
  return {
    find: async (taxCode) => {
      const known = kept.get(taxCode)
      if (known && now() < known.until) return known.answer
      const answer = await register.find(taxCode)
      kept.delete(taxCode)
      if (isPersonal(taxCode) || KEPT_FOR[answer.code] === 0) return answer
      kept.set(taxCode, { answer, until: now() + KEPT_FOR[answer.code] })
      const [oldest = ''] = kept.keys()
      if (kept.size > MOST) kept.delete(oldest)
      return answer
    },
  }
}

/** The tax code of a household business is its owner's personal number. */
function isPersonal(taxCode: string): boolean {
  return /^\d{12}$/.test(taxCode)
}
