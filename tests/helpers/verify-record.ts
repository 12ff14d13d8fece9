import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Words = { code: number | null; said: string }

type Judgement = {
  code: number | null
  report: {
    verdict: string
    place?: { event?: number; head?: number }
    fault?: string
    words?: string
    events: number
    covered: number
    heads: { number: number; covers: number | null; signer: string | null }[]
  }
}

/** What docs/verify-record.mjs says of a file with this text: as a stranger runs it, in an empty folder. */
export function judgeRecord(text: string | Uint8Array, options: string[] = []): Judgement {
  const { code, said } = runVerifier(text, ['--json', ...options])
  return { code, report: JSON.parse(said) }
}

/** The same in words. */
export function judgeInWords(text: string | Uint8Array, options: string[] = []): Words {
  return runVerifier(text, options)
}

function runVerifier(text: string | Uint8Array, options: string[]): Words {
  const folder = mkdtempSync(join(tmpdir(), 'onedoor-record-'))
  try {
    const file = join(folder, 'ban-ghi.json')
    writeFileSync(file, text)
    const script = join(process.cwd(), 'docs/verify-record.mjs')
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options, file], {
      cwd: folder,
      encoding: 'utf8',
      env: { NODE_ENV: 'test' },
    })
    if (stderr) throw new Error(stderr)
    return { code: status, said: stdout }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
