import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formFields } from '@/lib/signing/pdf/form'
import { readPdf } from '@/lib/signing/pdf/revisions'
import { isKind } from '@/lib/signing/pdf/values'
import { childDictionary, viewOf } from '@/lib/signing/pdf/view'
import { given } from '@/tests/factories/signing'

/** Runs a tool of the machine on files that are there for as long as it runs. */
export function runTool(
  command: readonly [string, ...string[]],
  files: Record<string, Uint8Array> = {},
): { status: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tool-'))
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
    const [tool, ...rest] = command
    const { status, stdout, stderr } = spawnSync(tool, rest, { cwd: folder, encoding: 'utf8' })
    return { status, output: `${stdout ?? ''}${stderr ?? ''}` }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Runs a tool while this process goes on to serve it. */
export function runToolBeside(command: string[]): Promise<{ output: string }> {
  const [tool = '', ...rest] = command
  return new Promise((done) => {
    execFile(tool, rest, (_, stdout, stderr) => done({ output: `${stdout}${stderr}` }))
  })
}

export function hasTool(tool: string): boolean {
  return spawnSync('which', [tool]).status === 0
}

/** How many signatures poppler calls valid. */
export function validByPoppler(pdf: Uint8Array): number {
  const { output } = runTool(['pdfsig', '-nocert', 'a.pdf'], { 'a.pdf': pdf })
  return output.match(/Signature Validation: Signature is Valid\./g)?.length ?? 0
}

/** OpenSSL's word on a CMS over the bytes around it: content, certificate attribute and chain. */
export function opensslVerifies(pdf: Uint8Array, field: string, rootFile: string): boolean {
  const { start, end, bytes, stop } = signatureOf(pdf, field)
  const content = Buffer.concat([pdf.subarray(0, start), pdf.subarray(end, stop)])
  const { status } = runTool(
    [
      'openssl',
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'a.cms',
      '-content',
      'a.bin',
      '-CAfile',
      rootFile,
      '-purpose',
      'any',
      '-out',
      'out',
    ],
    { 'a.cms': bytes, 'a.bin': content },
  )
  return status === 0
}

/** Where the signature of a field stands, its CMS without the padding, and its revision's end. */
export function signatureOf(pdf: Uint8Array, field: string) {
  const file = given(readPdf(pdf))
  const view = viewOf(file)
  const dictionary = formFields(view)?.find((each) => each.name === field)?.field
  const signature = childDictionary(view, dictionary, 'V')
  const contents = signature?.entries.get('Contents')
  const reference = dictionary?.entries.get('V')
  if (!isKind(contents, 'string') || !isKind(reference, 'reference')) throw new Error('unsigned')
  const length = 4 + Buffer.from(contents.bytes).readUInt16BE(2)
  const revision = file.revisions.find((each) => each.objects.has(reference.number))
  const bytes = contents.bytes.subarray(0, length)
  return { start: contents.start, end: contents.end, bytes, stop: revision?.end ?? 0 }
}
