import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** 'request': a query came and has no answer yet; 'answer': the answer has left. */
export type StampMoment = 'request' | 'answer'

/** Stands before the time-stamp authority and tells when somebody asks and when they are answered. */
export type StampGate = {
  url: string
  /** Told of every moment until the next call; a query waits while 'request' is being told. */
  tell: (listener: (moment: StampMoment) => void | Promise<void>) => void
  close: () => Promise<void>
}

export async function startStampGate(authority: string): Promise<StampGate> {
  let listener: (moment: StampMoment) => void | Promise<void> = () => undefined
  const server = createServer((request, response) => {
    const pass = async () => {
      const body = await readBody(request)
      await listener('request')
      await forward(authority, body, response)
      await listener('answer')
    }
    pass().catch(() => response.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/tsa`,
    tell: (next) => {
      listener = next
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function forward(authority: string, query: Buffer, response: ServerResponse): Promise<void> {
  const answer = await fetch(authority, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: new Uint8Array(query),
  })
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/timestamp-reply',
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  await new Promise<void>((left) => response.end(bytes, left))
}
