import { createServer, type Server, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { builtInScanner } from '@/lib/files/scanners/built-in'
import { clamdScanner } from '@/lib/files/scanners/clamd'
import { EICAR, inPieces, pdfBytes } from './sample-files'

describe('the built-in scanner', () => {
  it.each([1, 7, 64, 4096])('finds the test file in pieces of %i bytes', async (size) => {
    const bytes = Buffer.concat([Buffer.alloc(5000, 0x41), Buffer.from(EICAR), Buffer.alloc(50)])
    expect(await builtInScanner.scan(Readable.from(inPieces(bytes, size)))).toEqual({
      clean: false,
      threat: 'EICAR',
    })
  })

  it('lets anything else through', async () => {
    expect(await builtInScanner.scan(Readable.from([await pdfBytes()]))).toEqual({ clean: true })
  })
})

describe('clamd', () => {
  let server: Server | undefined
  afterEach(() => server?.close())

  /** Speaks as clamd does: takes pieces until one of no length, then answers. */
  async function daemon(answer: (body: Buffer) => string | undefined): Promise<string> {
    server = createServer((socket) => converse(socket, answer))
    await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready))
    const address = server.address()
    return `tcp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }

  function converse(socket: Socket, answer: (body: Buffer) => string | undefined): void {
    let received = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk])
      const body = bodyOf(received)
      if (!body) return
      const reply = answer(body)
      if (reply === undefined) socket.destroy()
      else socket.end(`${reply}\0`)
    })
  }

  function bodyOf(received: Buffer): Buffer | undefined {
    const start = 'zINSTREAM\0'.length
    const pieces: Buffer[] = []
    for (let at = start; at + 4 <= received.length; ) {
      const length = received.readUInt32BE(at)
      if (length === 0) return Buffer.concat(pieces)
      pieces.push(received.subarray(at + 4, at + 4 + length))
      at += 4 + length
    }
    return undefined
  }

  const bytes = Buffer.alloc(300_000, 0x42)
  const scan = (url: string) => clamdScanner(url).scan(Readable.from(inPieces(bytes)))

  it('gets every byte and lets a clean file through', async () => {
    const url = await daemon((body) =>
      body.equals(bytes) ? 'stream: OK' : 'stream: Altered FOUND',
    )
    expect(await scan(url)).toEqual({ clean: true })
  })

  it('names what it found', async () => {
    const url = await daemon(() => 'stream: Eicar-Test-Local.UNOFFICIAL FOUND')
    expect(await scan(url)).toEqual({ clean: false, threat: 'Eicar-Test-Local.UNOFFICIAL' })
  })

  it.each([
    ['says that the file is too large', 'INSTREAM size limit exceeded. ERROR'],
    ['answers nonsense', 'hello'],
    ['hangs up', undefined],
  ])('lets nothing through when it %s', async (_, reply) => {
    await expect(scan(await daemon(() => reply))).rejects.toThrow()
  })

  it('lets nothing through when it is not there', async () => {
    const url = await daemon(() => '')
    await new Promise((closed) => server?.close(closed))
    await expect(scan(url)).rejects.toThrow()
  })
})
