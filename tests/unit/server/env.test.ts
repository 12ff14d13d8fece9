import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { env, parseSettings, SettingsError, settingNames } from '@/lib/server/env'
import { testSettings } from '../../test-settings'

const problemsOf = (changes: Record<string, string | undefined>): string[] => {
  try {
    parseSettings({ ...testSettings, ...changes })
    return []
  } catch (error) {
    if (error instanceof SettingsError) return error.problems
    throw error
  }
}
const inPublic = {
  APP_MODE: 'production',
  PUBLIC_ORIGIN: 'https://dichvucong.example.vn',
  TRUST_DEMO: 'off',
}

describe('the settings', () => {
  it('are read once and typed', () => {
    expect(env()).toBe(env())
    expect(env()).toMatchObject({ APP_MODE: 'test', OFFICER_PASSWORD_SIGN_IN: true })
  })

  it('are refused with one list of all that is wrong, and without repeating a value', () => {
    const problems = problemsOf({
      AUTH_SECRET: 'too-short',
      DATABASE_URL: undefined,
      EID_ISSUER: '',
      SEALING_KEY: 'not a key',
      OFFICER_PASSWORD_SIGN_IN: 'yes',
    })
    expect(problems).toEqual([
      'DATABASE_URL: is missing',
      'AUTH_SECRET: needs at least 32 characters',
      expect.stringContaining('SEALING_KEY: needs 32 bytes in base64'),
      'EID_ISSUER: is missing',
      expect.stringContaining('OFFICER_PASSWORD_SIGN_IN: '),
    ])
    expect(problems.join()).not.toContain('too-short')
  })

  it('may be public in production', () => {
    expect(problemsOf(inPublic)).toEqual([])
  })

  it.each([
    [{ TRUST_DEMO: 'on' }, 'TRUST_DEMO: must be off with a public origin'],
    [{ APP_MODE: 'demo' }, 'APP_MODE: must be production with a public origin'],
    [{ PUBLIC_ORIGIN: 'http://dichvucong.example.vn' }, 'PUBLIC_ORIGIN: must begin with https://'],
  ])('are refused when they contradict each other: %j', (change, problem) => {
    expect(problemsOf({ ...inPublic, ...change }).join()).toContain(problem)
  })

  it.each(['ENTERPRISE_REGISTER', 'POPULATION_REGISTER'])(
    'are refused when %s has an address and no key',
    (register) => {
      const url = { [`${register}_URL`]: 'https://registers.example.vn/ask' }
      expect(problemsOf(url)).toEqual([`${register}_KEY: is missing, but ${register}_URL is set`])
      expect(problemsOf({ ...url, [`${register}_KEY`]: 'k'.repeat(16) })).toEqual([])
    },
  )

  it.each(['http://127.0.0.1:3000', 'http://localhost:3000/', 'https://a.vn/path', 'localhost'])(
    'refuse %s as an origin',
    (origin) => {
      expect(problemsOf({ PUBLIC_ORIGIN: origin })).toHaveLength(1)
    },
  )

  it('take several sealing keys, newest first', () => {
    const keys = ['a', 'b'].map((letter) => Buffer.alloc(32, letter).toString('base64')).join()
    expect(problemsOf({ SEALING_KEY: keys })).toEqual([])
  })

  it('are all explained in .env.example, and no other', () => {
    const example = readFileSync('.env.example', 'utf8')
    const named = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map((match) => match[1])
    expect(named.toSorted()).toEqual(settingNames.toSorted())
  })
})
