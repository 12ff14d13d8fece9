import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listen } from '../http'
import { type Authority, makeDemoKeys } from './demo-keys'
import { answerOcsp, revocationList } from './revocation-service'
import { readStandings } from './revocations'
import { answerTimestamp } from './timestamp-service'

export type AuthorityOptions = {
  /** 0 takes any free port. */
  port: number
  keysDir: string
  /** What the authority takes for the present; real time unless told otherwise. */
  now?: () => Date
}

type Answer = { type: string; body: Uint8Array | string } | null
type Question = { method: string; path: string; body: Buffer }

const MAX_BODY = 64 * 1024

/**
 * The demo's certificate authority over HTTP: time stamps (POST /tsa), OCSP (POST /ocsp and
 * GET /ocsp/<base64>), the revocation list (/crl) and the root (/root.crt.pem). Makes the keys first.
 */
export async function startCertificateAuthority(
  options: AuthorityOptions,
): Promise<{ port: number; close(): Promise<void> }> {
  const authority = await makeDemoKeys(options.keysDir, `http://localhost:${options.port}`)
  const server = await listen((request, response) => {
    respond(request, response, (question) => answer(question, authority, options)).catch(
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    )
  }, options.port)
  const { port } = server.address() as AddressInfo
  return {
    port,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  question: Question,
  authority: Authority,
  { keysDir, now = () => new Date() }: AuthorityOptions,
): Promise<Answer> {
  const { method, path, body } = question
  const at = now()
  if (method === 'POST' && path === '/tsa') {
    return { type: 'application/timestamp-reply', body: answerTimestamp(authority, body, at) }
  }
  if (method === 'GET' && path === '/root.crt.pem') {
    return { type: 'application/x-pem-file', body: authority.root.certificate.toString('pem') }
  }
  const query = ocspQuery(question)
  const state = { standings: await readStandings(keysDir), at }
  if (query) {
    return { type: 'application/ocsp-response', body: await answerOcsp(authority, query, state) }
  }
  if (method === 'GET' && path === '/crl') {
    return { type: 'application/pkix-crl', body: await revocationList(authority, state) }
  }
  return null
}

/** RFC 6960 appendix A.1: the request in the body, or in the path as base64, percent-encoded. */
function ocspQuery({ method, path, body }: Question): Uint8Array | null {
  if (method === 'POST' && path === '/ocsp') return body
  if (method !== 'GET' || !path.startsWith('/ocsp/')) return null
  return Buffer.from(decodeURIComponent(path.slice('/ocsp/'.length)), 'base64')
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  work: (question: Question) => Promise<Answer>,
): Promise<void> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MAX_BODY) throw new Error('body too large')
    chunks.push(chunk)
  }
  const { method = 'GET', url = '/' } = request
  const [path = '/'] = url.split('?')
  const result = await work({ method, path, body: Buffer.concat(chunks) })
  response.writeHead(result ? 200 : 404, { 'content-type': result?.type ?? 'text/plain' })
  response.end(result?.body ?? 'not here')
}
