import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signPdf } from '@/lib/signing/sign-pdf'
import { fileSigner } from '@/lib/signing/signers/file-signer'
import { httpTimestamper } from '@/lib/signing/timestamper'
import { preparedSlip } from '@/tests/factories/prepared-pdf'
import { SIGNED_AT } from '@/tests/factories/signing'
import { makeDemoKeys } from '@/tests/sandbox/certificate-authority/demo-keys'
import { revoke } from '@/tests/sandbox/certificate-authority/revocations'
import { startCertificateAuthority } from '@/tests/sandbox/certificate-authority/start'
import { runToolBeside } from './tools'

let keysDir: string
let authority: Awaited<ReturnType<typeof startCertificateAuthority>>
let url: string

beforeAll(async () => {
  keysDir = mkdtempSync(join(tmpdir(), 'authority-'))
  authority = await startCertificateAuthority({ port: 0, keysDir })
  url = `http://127.0.0.1:${authority.port}`
})
afterAll(async () => {
  await authority.close()
  rmSync(keysDir, { recursive: true })
})

const file = (name: string) => join(keysDir, name)

describe('the demo keys', () => {
  it('are made once and read by their owner alone', async () => {
    const before = statSync(file('leader-syt-01.key.pem'))
    await makeDemoKeys(keysDir)
    const after = statSync(file('leader-syt-01.key.pem'))
    expect(after.mtimeMs).toBe(before.mtimeMs)
    expect(after.mode & 0o777).toBe(0o600)
  })

  it('stand under the root in the eyes of OpenSSL', async () => {
    const { output } = await runToolBeside([
      'openssl',
      'verify',
      '-CAfile',
      file('root.crt.pem'),
      '-untrusted',
      file('issuing.crt.pem'),
      file('leader-syt-01.crt.pem'),
      file('seal-syt-79.crt.pem'),
      file('desk-syt-01.crt.pem'),
    ])
    expect(output.match(/: OK/g)).toHaveLength(3)
  })
})

describe('the time-stamp authority', () => {
  it('answers so that OpenSSL verifies it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stamp-'))
    const at = (name: string) => join(folder, name)
    const query = [
      'openssl',
      'ts',
      '-query',
      '-data',
      file('root.crt.pem'),
      '-sha256',
      '-cert',
      '-out',
      at('q'),
    ] as const
    await runToolBeside([...query])
    const response = await fetch(`${url}/tsa`, { method: 'POST', body: readFileSync(at('q')) })
    writeFileSync(at('r'), Buffer.from(await response.arrayBuffer()))
    const { output } = await runToolBeside([
      'openssl',
      'ts',
      '-verify',
      '-queryfile',
      at('q'),
      '-in',
      at('r'),
      '-CAfile',
      file('root.crt.pem'),
      '-untrusted',
      file('issuing.crt.pem'),
    ])
    expect(output).toContain('Verification: OK')
    rmSync(folder, { recursive: true })
  })

  it('serves our client, which refuses what is no answer', async () => {
    const token = await httpTimestamper(`${url}/tsa`)(Buffer.from('a signature'))
    expect(token.ok).toBe(true)
    const signed = await signPdf(
      await preparedSlip(),
      { at: SIGNED_AT, certification: 1 },
      {
        signer: fileSigner(keysDir, 'desk-syt-01', 'desk'),
        timestamper: httpTimestamper(`${url}/tsa`),
      },
    )
    expect(signed.ok).toBe(true)
    for (const wrong of ['/nowhere', '/root.crt.pem']) {
      expect(await httpTimestamper(url + wrong)(Buffer.from('x'))).toMatchObject({
        refusal: { code: 'timestamp-unavailable' },
      })
    }
  })
})

describe('revocation', () => {
  const ask = (certificate: string) =>
    runToolBeside([
      'openssl',
      'ocsp',
      '-issuer',
      file('issuing.crt.pem'),
      '-cert',
      file(certificate),
      '-url',
      `${url}/ocsp`,
      '-CAfile',
      file('root.crt.pem'),
    ])

  it('is told by OCSP and by the list', async () => {
    const good = await ask('leader-syt-01.crt.pem')
    expect(good.output).toContain('Response verify OK')
    expect(good.output).toContain(': good')
    await revoke(keysDir, 'deputy-syt-01', new Date('2026-10-01T00:00:00Z'))
    const { output } = await ask('deputy-syt-01.crt.pem')
    expect(output).toContain('Response verify OK')
    expect(output).toMatch(/: revoked[\s\S]*Oct {2}1 00:00:00 2026/)
    const list = file('list.der')
    writeFileSync(list, Buffer.from(await (await fetch(`${url}/crl`)).arrayBuffer()))
    const checked = await runToolBeside([
      'openssl',
      'crl',
      '-inform',
      'DER',
      '-in',
      list,
      '-CAfile',
      file('issuing.crt.pem'),
      '-noout',
      '-text',
    ])
    expect(checked.output).toContain('verify OK')
    expect(checked.output).toContain('Oct  1 00:00:00 2026')
  })

  it('knows nothing of certificates that it did not issue, and takes questions by GET', async () => {
    const { output } = await ask('root.crt.pem')
    expect(output).toContain(': unknown')
    const request = file('ocsp.req')
    await runToolBeside([
      'openssl',
      'ocsp',
      '-issuer',
      file('issuing.crt.pem'),
      '-cert',
      file('seal-syt-01.crt.pem'),
      '-reqout',
      request,
      '-no_nonce',
    ])
    const encoded = encodeURIComponent(readFileSync(request).toString('base64'))
    const response = await fetch(`${url}/ocsp/${encoded}`)
    writeFileSync(file('ocsp.res'), Buffer.from(await response.arrayBuffer()))
    const read = await runToolBeside([
      'openssl',
      'ocsp',
      '-respin',
      file('ocsp.res'),
      '-issuer',
      file('issuing.crt.pem'),
      '-cert',
      file('seal-syt-01.crt.pem'),
      '-CAfile',
      file('root.crt.pem'),
      '-no_nonce',
    ])
    expect(read.output).toContain(': good')
  })
})
