// Runs PostgreSQL as long as its own standard input stays open, and then stops it. The launcher holds
// the other end, so a launcher that was killed leaves no server behind. Argument: see spawnGuard.
import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'

const { command, argv, ids, log } = JSON.parse(process.argv[2])
const output = openSync(log, 'a', 0o600)
const server = spawn(command, argv, {
  ...ids,
  stdio: ['ignore', output, output],
  detached: true,
  cwd: '/',
})

server.on('error', (error) => {
  process.stderr.write(`PostgreSQL: ${error.message}\n`)
  process.exit(1)
})
server.on('exit', (code) => process.exit(code ?? 1))

// Fast shutdown: open transactions are rolled back. Then immediate shutdown, should that hang.
function stop() {
  server.kill('SIGINT')
  setTimeout(() => server.kill('SIGQUIT'), 10_000).unref()
}

for (const event of ['end', 'close', 'error']) process.stdin.once(event, stop)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
process.stdin.resume()
