import { X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the authority knows of one certificate that it issued. */
export type Standing = { revokedAt: Date | null }

const LIST = 'revoked.json'

/** The standing of every certificate in the folder, by serial number in lower-case hexadecimal. */
export async function readStandings(keysDir: string): Promise<Map<string, Standing>> {
  const revoked = await readRevoked(keysDir)
  const files = (await readdir(keysDir)).filter((file) => file.endsWith('.crt.pem'))
  const serials = await Promise.all(files.map((file) => readSerial(join(keysDir, file))))
  return new Map(
    serials.map((serial) => {
      const moment = revoked[serial]
      return [serial, { revokedAt: moment ? new Date(moment) : null }]
    }),
  )
}

/** Revokes the certificate of a key id from a moment on. */
export async function revoke(keysDir: string, keyId: string, at: Date): Promise<void> {
  const serial = await readSerial(join(keysDir, `${keyId}.crt.pem`))
  const revoked = { ...(await readRevoked(keysDir)), [serial]: at.toISOString() }
  await writeFile(join(keysDir, LIST), JSON.stringify(revoked, null, 2))
}

async function readRevoked(keysDir: string): Promise<Record<string, string>> {
  const file = join(keysDir, LIST)
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {}
}

async function readSerial(file: string): Promise<string> {
  return new X509Certificate(await readFile(file)).serialNumber.toLowerCase()
}
