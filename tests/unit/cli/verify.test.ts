import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCommand, verifyFiles } from '@/lib/cli/verify-files'
import {
  issuedLicence,
  SIGNED_AT,
  type TestAuthority,
  testAuthority,
} from '@/tests/factories/signing'

let by: TestAuthority
let good: string
let bad: string

beforeAll(async () => {
  by = await testAuthority()
  const { certified, issued } = await issuedLicence(by)
  good = join(by.keysDir, 'good.pdf')
  bad = join(by.keysDir, 'bad.pdf')
  writeFileSync(good, issued)
  writeFileSync(bad, certified)
})
afterAll(() => by.remove())

async function run(files: string[], json: boolean) {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const valid = await verifyFiles({ files, json }, { trust: by.trust, at: SIGNED_AT, write })
  return { valid, lines }
}

describe('the command line', () => {
  it('is read with its flags', () => {
    expect(readCommand(['--json', '--offline', 'a.pdf', 'b.pdf'])).toEqual({
      files: ['a.pdf', 'b.pdf'],
      json: true,
      offline: true,
    })
    expect(readCommand(['--nonsense'])).toBeNull()
  })
})

describe('the outcome', () => {
  it('is one line of JSON a file', async () => {
    const { valid, lines } = await run([good, bad, '/nowhere.pdf'], true)
    expect(valid).toBe(false)
    const [first, second, third] = lines.map((line) => JSON.parse(line))
    expect(first).toEqual({
      file: good,
      verdict: 'valid',
      reasons: [],
      signatures: [
        {
          role: 'leader',
          subject: 'Nguyễn Văn Mẫu (DEMO), Giám đốc, Lãnh đạo, Sở Y tế Hà Nội (DEMO)',
          level: 'B-T',
          signedAt: '2026-11-18T03:30:00.000Z',
        },
        {
          role: 'seal',
          subject: 'Sở Y tế Hà Nội (DEMO), Con dấu, Sở Y tế Hà Nội (DEMO)',
          level: 'B-T',
          signedAt: '2026-11-18T03:30:00.000Z',
        },
      ],
    })
    expect(second).toMatchObject({ verdict: 'altered', reasons: ['required-signature-missing'] })
    expect(third).toMatchObject({ verdict: 'unreadable', signatures: [] })
  })

  it('can be read by a person', async () => {
    const { valid, lines } = await run([good], false)
    expect(valid).toBe(true)
    expect(lines.join('\n')).toContain('HỢP LỆ')
    expect(lines.join('\n')).toContain('2026-11-18 10:30:00 (GMT+7)')
  })
})

it('ends with 0 when all are valid, 1 when not, 2 without an answer', async () => {
  const roots = ['--trust', by.rootFile]
  const ends = (args: string[]) =>
    new Promise((done) => {
      const child = execFile('node', ['--import', 'tsx', 'lib/cli/verify.ts', ...args])
      child.once('exit', done)
    })
  const codes = [['--offline', ...roots, good], ['--offline', ...roots, good, bad], []].map(ends)
  expect(await Promise.all(codes)).toEqual([0, 1, 2])
}, 30_000)
