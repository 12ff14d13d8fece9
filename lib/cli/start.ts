import { env } from '@/lib/server/env'
import { refuseBadStart } from '@/lib/server/start-checks'

// npm start: the checks, and then the web server in this same process.
// PORT and HOSTNAME are as for `next start`; the server listens on 127.0.0.1 unless told otherwise.
refuseBadStart()
const { PUBLIC_ORIGIN, AUTH_SECRET } = env()
const { PORT = '3000', HOSTNAME = '127.0.0.1' } = process.env
const server = ['node_modules/next/dist/bin/next', 'start', '--port', PORT, '--hostname', HOSTNAME]

// A new process image instead of a child: signals and the launcher's pipe on standard input reach
// the server itself, and nothing is left behind when it is killed.
process.execve?.(
  process.execPath,
  [process.execPath, '--import', './lib/cli/lifeline.mjs', ...server],
  {
    ...process.env,
    NODE_ENV: 'production',
    NEXTAUTH_URL: PUBLIC_ORIGIN,
    NEXTAUTH_SECRET: AUTH_SECRET,
  },
)
