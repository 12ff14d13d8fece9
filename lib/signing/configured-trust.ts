import { readFile } from 'node:fs/promises'
import { env } from '@/lib/server/env'
import { readTrust, type Trust } from './trust'

/** The roots of the setting TRUST_ROOTS; those of the demonstration only while TRUST_DEMO is on. */
export async function configuredTrust(): Promise<Trust> {
  const { TRUST_ROOTS, TRUST_DEMO } = env()
  return readTrust(await readFile(TRUST_ROOTS, 'utf8'), { demo: TRUST_DEMO })
}
