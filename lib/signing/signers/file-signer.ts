import { createPrivateKey, sign } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { readPemCertificates } from '../cms/certificate'
import type { KeyHolder, Signer, SignerRole } from '../signer'

const KEY_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * A signer whose key lies in a file, `<key id>.key.pem` beside its chain `<key id>.crt.pem`. For the
 * demo and tests alone: whoever can read the file can sign. Refuses a key that others may read.
 * Throws at once when the key id is not a plain name.
 */
export function fileSigner(directory: string, keyId: string, role: SignerRole): Signer {
  return { role, ...fileKey(directory, keyId) }
}

/** The same key without a role on documents, such as that of the system itself. */
export function fileKey(directory: string, keyId: string): KeyHolder {
  if (!KEY_ID.test(keyId)) throw new Error('A key id is small letters, digits and dashes')
  const place = (ending: string) => path.join(directory, `${keyId}.${ending}`)
  return {
    async certificateChain() {
      return readPemCertificates(await readFile(place('crt.pem'), 'utf8')).map(({ der }) => der)
    },
    async sign({ signedAttributes }) {
      const key = createPrivateKey(await readPrivate(place('key.pem')))
      return sign('sha256', signedAttributes, { key, dsaEncoding: 'ieee-p1363' })
    },
  }
}

async function readPrivate(file: string): Promise<Buffer> {
  const { mode } = await stat(file)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`${path.basename(file)} may be read by others; make it 0600`)
  }
  return readFile(file)
}
