import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { Scanner, ScanOutcome } from '@/lib/files/scanner'

const SILENCE_MS = 60_000
const LONGEST_REPLY = 4096

/** Where a clamd listens, e.g. "tcp://127.0.0.1:3310". */
export function clamdScanner(url: string): Scanner {
  const { hostname, port } = new URL(url)
  return {
    name: 'clamd',
    scan: (bytes) => scanBy(connect(Number(port), hostname), bytes),
  }
}

/** INSTREAM of clamd(8): pieces with their length before them, ended by a piece of no length. */
async function scanBy(socket: Socket, bytes: Readable): Promise<ScanOutcome> {
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('clamd does not answer')))
  const reply = readReply(socket)
  // Listened to below; until then a refused connection must not count as unhandled.
  reply.catch(() => undefined)
  try {
    socket.write('zINSTREAM\0')
    for await (const chunk of bytes) {
      if (socket.destroyed) break
      await write(socket, lengthOf(chunk.length), chunk)
    }
    if (!socket.destroyed) await write(socket, lengthOf(0))
    return understand(await reply)
  } finally {
    socket.destroy()
  }
}

async function write(socket: Socket, ...parts: Uint8Array[]): Promise<void> {
  const taken = parts.map((part) => socket.write(part)).at(-1)
  if (taken || socket.destroyed) return
  await new Promise<void>((settle) => {
    socket.once('drain', settle)
    socket.once('close', settle)
  })
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function readReply(socket: Socket): Promise<string> {
  return new Promise((settle, fail) => {
    let reply = ''
    socket.on('data', (chunk) => {
      reply += chunk.toString('latin1')
      if (reply.includes('\0') || reply.length > LONGEST_REPLY) settle(reply.split('\0')[0] ?? '')
    })
    socket.once('error', fail)
    socket.once('close', () => fail(new Error('clamd hung up')))
  })
}

/** Anything but a plain OK or a name is no answer, "size limit exceeded" included. */
function understand(reply: string): ScanOutcome {
  if (/^stream: OK$/.test(reply)) return { clean: true }
  const threat = /^stream: (.{1,200}) FOUND$/.exec(reply)?.[1]
  if (threat) return { clean: false, threat }
  throw new Error(`clamd could not scan: ${reply}`)
}
