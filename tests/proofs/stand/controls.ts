import { spawn } from 'node:child_process'
import { nodeBinary } from '@/lib/cli/packages.mjs'
import { type Edit, scratchCopy } from './scratch-copy'
import type { Finding } from './verdict'

type Control = { asked: string; edits: Edit[]; proof: [name: string, ...args: string[]] }

/** Runs a proof on a copy of the product with a guard removed. It holds when that proof fails. */
export async function withoutGuard({ asked, edits, proof }: Control): Promise<Finding> {
  const copy = scratchCopy('control')
  try {
    const misfit = copy.apply(edits)
    if (misfit) return { asked, found: misfit, holds: false }
    const output = await run(copy.root, proof)
    const verdict = output.trimEnd().split('\n').at(-1) ?? ''
    const reason = output.split('\n').find((line) => /FAULT|stuck|FAILED/.test(line))
    const holds = verdict === `PROOF ${proof[0]}: failed` && reason !== undefined
    if (!holds) console.log(output)
    return { asked, found: holds ? `fails as it must: ${reason?.trim()}` : verdict, holds }
  } finally {
    copy.remove()
  }
}

function run(cwd: string, [name, ...args]: Control['proof']): Promise<string> {
  const file = `tests/proofs/${name}.ts`
  const child = spawn(nodeBinary(), ['--import', 'tsx', file, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk
    })
  return new Promise((done) => child.once('close', () => done(output)))
}
