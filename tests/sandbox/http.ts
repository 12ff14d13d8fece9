import type { Server } from 'node:http'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'

const MAX_BODY = 1_000_000

export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  /** Values of the ':name' parts of the route. */
  params: Record<string, string>
}

export type Answer = {
  status?: number
  type?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

type Work = (exchange: Exchange) => Answer | undefined | Promise<Answer | undefined>

/** 'GET /orders/:ref' → what answers it; no answer means that the work wrote the response itself. */
export type Routes = Record<string, Work>

/** Serves a table of routes; whatever is not in it goes to `otherwise`. */
export function serveRoutes(
  routes: Routes,
  otherwise: RequestListener = notFound,
): RequestListener {
  const table = Object.entries(routes).map(([key, work]) => ({ ...pattern(key), work }))
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const found = table
      .map((route) => ({
        route,
        match: route.method === request.method && route.path.exec(url.pathname),
      }))
      .find(({ match }) => match)
    if (!found?.match) return otherwise(request, response)
    const params = { ...found.match.groups }
    Promise.resolve(found.route.work({ request, response, url, params }))
      .then((answer) => answer && send(response, answer))
      .catch((error: unknown) => fail(response, error))
  }
}

function pattern(key: string): { method: string; path: RegExp } {
  const [method = 'GET', path = '/'] = key.split(' ')
  return { method, path: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }
}

function send(response: ServerResponse, { status = 200, type, headers, body = '' }: Answer): void {
  const defaultType =
    typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/octet-stream'
  response.writeHead(status, {
    'content-type': type ?? defaultType,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(body)
}

function fail(response: ServerResponse, error: unknown): void {
  process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : String(error)}\n`)
  if (!response.headersSent)
    send(response, { status: 500, type: 'text/plain', body: 'sandbox error' })
}

function notFound(_request: IncomingMessage, response: ServerResponse): void {
  send(response, { status: 404, type: 'text/plain; charset=utf-8', body: 'Không có trang này' })
}

export function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

export function redirect(location: string): Answer {
  return { status: 303, headers: { location } }
}

/** The whole body as text. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MAX_BODY) throw new Error('body too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(request))
}

/** Listens on the loopback address only: the neighbours are for this machine. */
export function listen(handler: RequestListener, port: number): Promise<Server> {
  return new Promise((done, failed) => {
    const server = createServer(handler)
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => done(server))
  })
}
