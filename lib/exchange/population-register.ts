import { z } from 'zod'
import { noteOddAnswer, type RegisterPlace, registerClient } from '@/lib/exchange/register-client'
import type { PopulationRegister } from '@/lib/exchange/registers'
import { PERSON_PARTS } from '@/lib/procedures/register-difference'

const reply = z.discriminatedUnion('result', [
  z.object({ result: z.literal('agrees') }),
  z.object({ result: z.literal('differs'), parts: z.array(z.enum(PERSON_PARTS)).min(1) }),
  z.object({ result: z.literal('not-found') }),
])

/** The population database behind an address of this installation; nothing of it is kept. */
export function httpPopulationRegister(place: RegisterPlace): PopulationRegister {
  const ask = registerClient('population', place)
  return {
    check: async ({ idNumber, fullName, birthDate }) => {
      const body = await ask({ idNumber, fullName, birthDate })
      if (body === undefined) return { code: 'unavailable' }
      const { data } = reply.safeParse(body)
      if (!data) {
        noteOddAnswer('population')
        return { code: 'unavailable' }
      }
      return data.result === 'differs'
        ? { code: 'differs', parts: data.parts }
        : { code: data.result }
    },
  }
}
