import { type Certificate, readPemCertificates, subjectLine } from './cms/certificate'

/** Whom we believe: the roots under which signatures and time stamps of results are issued. */
export type Trust = { roots: readonly Certificate[] }

/**
 * The roots of a PEM file. With `demo` off the roots of the demo count for nothing, even when they
 * stand in the file, so that no sample can pass for a licence. Throws when the file cannot be read.
 */
export function readTrust(pem: string, { demo }: { demo: boolean }): Trust {
  const roots = readPemCertificates(pem)
  return { roots: roots.filter((root) => demo || !subjectLine(root).includes('(DEMO)')) }
}
