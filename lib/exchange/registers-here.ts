import { httpEnterpriseRegister, rememberingRegister } from '@/lib/exchange/enterprise-register'
import { guardGuessing } from '@/lib/exchange/guessing-guard'
import { httpPopulationRegister } from '@/lib/exchange/population-register'
import type { EnterpriseRegister, PopulationRegister } from '@/lib/exchange/registers'
import { env } from '@/lib/server/env'

let enterprises: EnterpriseRegister | undefined
let population: PopulationRegister | undefined

/** The register of enterprises of this installation; without an address it is never available. */
export function enterpriseRegister(): EnterpriseRegister {
  const { ENTERPRISE_REGISTER_URL: url, ENTERPRISE_REGISTER_KEY: key } = env()
  if (!url || !key) return { find: async () => ({ code: 'unavailable' }) }
  enterprises ??= rememberingRegister(httpEnterpriseRegister({ url, key }))
  return enterprises
}

/** The population database of this installation; without an address it is never available. */
export function populationRegister(): PopulationRegister {
  const { POPULATION_REGISTER_URL: url, POPULATION_REGISTER_KEY: key } = env()
  if (!url || !key) return { check: async () => ({ code: 'unavailable' }) }
  population ??= httpPopulationRegister({ url, key })
  return population
}

const guarded = guardGuessing({ check: (person) => populationRegister().check(person) })

/** The same for an applicant, who may not try out what belongs to a number. */
export function populationRegisterFor(personId: string): PopulationRegister {
  return guarded(personId)
}

/** Which registers this installation is connected to. */
export function connectedRegisters(): { enterprise: boolean; population: boolean } {
  const { ENTERPRISE_REGISTER_URL, POPULATION_REGISTER_URL } = env()
  return {
    enterprise: ENTERPRISE_REGISTER_URL !== undefined,
    population: POPULATION_REGISTER_URL !== undefined,
  }
}
