import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { httpEnterpriseRegister, rememberingRegister } from '@/lib/exchange/enterprise-register'
import { httpPopulationRegister } from '@/lib/exchange/population-register'
import type { EnterpriseAnswer } from '@/lib/exchange/registers'
import { log } from '@/lib/server/log'
import { listen } from '@/tests/sandbox/http'

const key = 'a-key-of-16-signs'
const TAX_CODE = '0100112437'
const PERSON = { idNumber: '001085001234', fullName: 'Đặng Quốc Việt', birthDate: '1985-04-12' }
const enterprise = {
  taxCode: TAX_CODE,
  name: 'CÔNG TY  TNHH AN BÌNH',
  kind: 'organisation',
  registrationNumber: TAX_CODE,
  registrationDate: '2024-05-20',
  issuer: 'Phòng Đăng ký kinh doanh',
  address: 'Số 8, phố Mẫu',
  legalRepresentatives: ['ĐẶNG QUỐC VIỆT'],
  status: 'active',
}

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  vi.restoreAllMocks()
})

/** A register that answers as the test says; how often it was asked comes along. */
async function aRegister(answer: RequestListener) {
  const asked = { times: 0 }
  server = await listen((request, response) => {
    asked.times += 1
    answer(request, response)
  }, 0)
  const { port } = server.address() as AddressInfo
  return { asked, place: { url: `http://127.0.0.1:${port}/ask`, key, timeLimit: 300 } }
}

const saying =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

describe('the register of enterprises', () => {
  it('finds an entry by its code, asked for in the body and with the key', async () => {
    const seen: unknown[] = []
    const { place } = await aRegister(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      seen.push(request.url, request.headers.authorization, String(Buffer.concat(chunks)))
      saying({ result: 'found', enterprise })(request, response)
    })
    expect(await httpEnterpriseRegister(place).find(TAX_CODE)).toEqual({
      code: 'found',
      enterprise: { ...enterprise, name: 'CÔNG TY TNHH AN BÌNH' },
    })
    expect(seen).toEqual(['/ask', `Bearer ${key}`, JSON.stringify({ taxCode: TAX_CODE })])
  })

  it('says that there is none', async () => {
    const { place } = await aRegister(saying({ result: 'not-found' }))
    expect(await httpEnterpriseRegister(place).find(TAX_CODE)).toEqual({ code: 'not-found' })
  })

  it.each<[string, unknown, number]>([
    ['a page of HTML', '<h1>Bảo trì</h1>', 200],
    ['an entry without a name', { result: 'found', enterprise: { ...enterprise, name: ' ' } }, 200],
    [
      'a date that is none',
      { result: 'found', enterprise: { ...enterprise, registrationDate: '20/5/2024' } },
      200,
    ],
    ['the entry of another', { result: 'found', enterprise: { ...enterprise, taxCode: '1' } }, 200],
    ['nothing of ours', { ok: true }, 200],
    ['a refusal', { error: 'key' }, 401],
    ['a wrong address', 'Not found', 404],
  ])('that answers %s is unavailable', async (_, body, status) => {
    const { place } = await aRegister(saying(body, status))
    expect(await httpEnterpriseRegister(place).find(TAX_CODE)).toEqual({ code: 'unavailable' })
  })

  it('is asked once more after a fault of its own, and no third time', async () => {
    const { place, asked } = await aRegister((request, response) =>
      asked.times === 1
        ? saying('', 503)(request, response)
        : saying({ result: 'not-found' })(request, response),
    )
    expect(await httpEnterpriseRegister(place).find(TAX_CODE)).toEqual({ code: 'not-found' })
    expect(asked.times).toBe(2)
    const down = await aRegister(saying('', 503))
    expect(await httpEnterpriseRegister(down.place).find(TAX_CODE)).toEqual({ code: 'unavailable' })
    expect(down.asked.times).toBe(2)
  })

  it('that is not there at all is unavailable', async () => {
    const place = { url: 'http://127.0.0.1:1/ask', key }
    expect(await httpEnterpriseRegister(place).find(TAX_CODE)).toEqual({ code: 'unavailable' })
  })

  it('that is silent costs the time limit once; then nobody waits for a while', async () => {
    const { place, asked } = await aRegister(() => {})
    const register = httpEnterpriseRegister(place)
    const start = performance.now()
    expect(await register.find(TAX_CODE)).toEqual({ code: 'unavailable' })
    expect(await register.find(TAX_CODE)).toEqual({ code: 'unavailable' })
    expect(performance.now() - start).toBeLessThan(550)
    expect(asked.times).toBe(1)
  })

  it('that drips its answer is given up as well', async () => {
    const { place } = await aRegister((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"result":')
    })
    const start = performance.now()
    expect(await httpEnterpriseRegister(place).find(TAX_CODE)).toEqual({ code: 'unavailable' })
    expect(performance.now() - start).toBeLessThan(550)
  })

  it('is given no key by a detour', async () => {
    const { place, asked } = await aRegister((_request, response) => {
      response.writeHead(307, { location: '/elsewhere' })
      response.end()
    })
    expect(await httpEnterpriseRegister(place).find(TAX_CODE)).toEqual({ code: 'unavailable' })
    expect(asked.times).toBeLessThan(3)
  })
})

describe('what the register of enterprises said', () => {
  const counted = (answer: EnterpriseAnswer) => {
    const times = { asked: 0, at: 0 }
    const find = async () => {
      times.asked += 1
      return answer
    }
    return { times, register: rememberingRegister({ find }, () => times.at) }
  }

  it('is kept for ten minutes, that there is nothing for one', async () => {
    const { times, register } = counted({ code: 'not-found' })
    await register.find(TAX_CODE)
    times.at = 59_000
    await register.find(TAX_CODE)
    expect(times.asked).toBe(1)
    times.at = 61_000
    await register.find(TAX_CODE)
    expect(times.asked).toBe(2)
  })

  it.each([
    ['a silence', { code: 'unavailable' }, TAX_CODE],
    ['what was asked by a personal number', { code: 'not-found' }, '001185000123'],
  ] as const)('%s is not kept', async (_, answer, code) => {
    const { times, register } = counted(answer)
    await register.find(code)
    await register.find(code)
    expect(times.asked).toBe(2)
  })

  it('is kept of no more than five hundred', async () => {
    const { times, register } = counted({ code: 'not-found' })
    for (let at = 0; at <= 500; at += 1) await register.find(`code-${at}`)
    await register.find('code-500')
    expect(times.asked).toBe(501)
    await register.find('code-0')
    expect(times.asked).toBe(502)
  })
})

describe('the population database', () => {
  it.each([
    [{ result: 'agrees' }, { code: 'agrees' }],
    [
      { result: 'differs', parts: ['birth_date'] },
      { code: 'differs', parts: ['birth_date'] },
    ],
    [{ result: 'not-found' }, { code: 'not-found' }],
    [{ result: 'differs', parts: [] }, { code: 'unavailable' }],
    [{ result: 'differs', parts: ['address'] }, { code: 'unavailable' }],
  ])('that says %j is read as %j', async (body, answer) => {
    const { place } = await aRegister(saying(body))
    expect(await httpPopulationRegister(place).check(PERSON)).toEqual(answer)
  })

  it('leaves no word about the person in the log', async () => {
    const written: unknown[] = []
    vi.spyOn(log, 'warn').mockImplementation((...words: unknown[]) => void written.push(words))
    const { place } = await aRegister(saying({ idNumber: PERSON.idNumber, odd: true }))
    await httpPopulationRegister(place).check(PERSON)
    const down = { url: `http://127.0.0.1:1/${PERSON.idNumber}`, key }
    await httpPopulationRegister(down).check(PERSON)
    expect(written).toHaveLength(2)
    const text = JSON.stringify(written)
    for (const value of Object.values(PERSON)) expect(text).not.toContain(value)
    expect(text).not.toContain(key)
  })
})
