import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { httpEnterpriseRegister } from '@/lib/exchange/enterprise-register'
import { httpPopulationRegister } from '@/lib/exchange/population-register'
import { holders } from '@/tests/sandbox/cast'
import { listen, serveRoutes } from '@/tests/sandbox/http'
import { registerRoutes } from '@/tests/sandbox/registers/routes'
import { readSettings } from '@/tests/sandbox/settings'

const keys = {
  ENTERPRISE_REGISTER_KEY: 'enterprise-key-16',
  POPULATION_REGISTER_KEY: 'population-key-16',
}
const faults = { registersDown: false }
let server: Server
let at = ''

beforeAll(async () => {
  const settings = readSettings({
    ...keys,
    DATA_DIR: 'x',
    EID_CLIENT_ID: 'x',
    EID_CLIENT_SECRET: 'x',
    PAYMENT_TMN_CODE: 'x',
    PAYMENT_HASH_SECRET: 'x',
    SIGNING_KEYS_DIR: 'x',
  })
  server = await listen(serveRoutes(registerRoutes(settings, faults)), 0)
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/registers`
})
afterAll(() => void server.close())

const enterprises = (key = keys.ENTERPRISE_REGISTER_KEY) =>
  httpEnterpriseRegister({ url: `${at}/enterprise`, key })
const population = () =>
  httpPopulationRegister({ url: `${at}/population`, key: keys.POPULATION_REGISTER_KEY })

describe('the registers next door', () => {
  it('know every organisation and person of the cast', async () => {
    for (const { organisations, ...holder } of holders) {
      const { nationalId: idNumber, name: fullName, birthdate: birthDate } = holder
      expect(await population().check({ idNumber, fullName, birthDate })).toEqual({
        code: 'agrees',
      })
      for (const { tax_code } of organisations)
        expect(await enterprises().find(tax_code)).toMatchObject({ code: 'found' })
    }
  })

  it('tell of one that is dissolved, of none, and of nothing when they are out of order', async () => {
    expect(await enterprises().find('0100113014')).toMatchObject({
      enterprise: { status: 'dissolved' },
    })
    expect(await enterprises().find('0100113060')).toEqual({ code: 'not-found' })
    expect(await enterprises().find('0100113039')).toEqual({ code: 'unavailable' })
    faults.registersDown = true
    expect(await enterprises().find('0100112437')).toEqual({ code: 'unavailable' })
    faults.registersDown = false
  })

  it('say which part of a person differs, and answer nobody without their key', async () => {
    const asked = { idNumber: '001090000111', fullName: 'Phạm Minh', birthDate: '1991-01-11' }
    expect(await population().check(asked)).toEqual({
      code: 'differs',
      parts: ['full_name', 'birth_date'],
    })
    expect(await enterprises('another-key-of-16').find('0100112437')).toEqual({
      code: 'unavailable',
    })
  })
})
