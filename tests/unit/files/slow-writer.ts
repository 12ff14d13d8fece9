import { setTimeout as pause } from 'node:timers/promises'
import { diskStore } from '@/lib/files/disk-store'

// A writer that never finishes by itself; the test kills it.
async function* slowly(): AsyncGenerator<Uint8Array> {
  for (;;) {
    yield Buffer.alloc(64 * 1024, 7)
    await pause(20)
  }
}

const [root = ''] = process.argv.slice(2)
const staged = await diskStore(root).stage(slowly())
await staged.publish('ab/cd/slow')
