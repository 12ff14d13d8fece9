import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { clinicJson } from '@/tests/factories/clinic-procedure'

const run = promisify(execFile)

async function check(...args: string[]): Promise<{ code: number; out: string }> {
  const command = ['node_modules/tsx/dist/cli.mjs', 'lib/cli/procedures-check.ts', ...args]
  try {
    const { stdout } = await run(process.execPath, command)
    return { code: 0, out: stdout }
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return { code, out: stdout }
  }
}

type Checked = { key: string; errors: unknown[]; unverified: { place: string }[] }

async function aFile(name: string, text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'definitions-')), name)
  await writeFile(file, text)
  return file
}

describe('procedures:check', () => {
  it('finds no error in what comes with the product, and counts what nobody has confirmed', async () => {
    const { code, out } = await check('--json')
    const checked = JSON.parse(out) as Checked[]
    expect(code).toBe(0)
    expect(checked.flatMap(({ errors }) => errors)).toEqual([])
    const clinic = checked.find(({ key }) => key === 'gphd-specialist-clinic-new')
    expect(clinic?.unverified.map(({ place }) => place)).toContain('money.fees.appraisal')
  })

  it('refuses a file with place and reason, and ends with 1', async () => {
    const spoiled = { ...(clinicJson() as object), legalBasis: [] }
    const file = await aFile('spoiled.json', JSON.stringify(spoiled))
    const { code, out } = await check(file, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([{ errors: [{ rule: 'shape', place: 'legalBasis' }] }])
  })

  it.each([
    ['{', 'json'],
    ['[]', 'shape'],
  ])('says what is wrong with %s', async (text, rule) => {
    const { code, out } = await check(await aFile('spoiled.json', text), '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([{ errors: [{ rule }] }])
  })

  it('names a file that is not there', async () => {
    const { code, out } = await check('/nowhere/none.json')
    expect(code).toBe(1)
    expect(out).toContain('it cannot be read')
  })
})
