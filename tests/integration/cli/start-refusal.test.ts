import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { testSettings } from '../../test-settings'

const start = (script: string, changes: Record<string, string>) =>
  spawnSync(process.execPath, ['--import', 'tsx', script], {
    encoding: 'utf8',
    env: { ...process.env, ...testSettings, ...changes },
    input: '',
  })

it.each(['lib/cli/start.ts', 'lib/cli/migrate.ts', 'lib/jobs/worker.ts'])(
  '%s refuses a bad start with one message that lists all that is wrong',
  (script) => {
    const { status, stderr, stdout } = start(script, {
      PUBLIC_ORIGIN: 'https://dichvucong.example.vn',
      AUTH_SECRET: 'short',
      SMTP_URL: '',
    })
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toEqual([
      'Một Cửa Y Tế cannot start:',
      '  - AUTH_SECRET: needs at least 32 characters',
      '  - SMTP_URL: is missing',
      '  - APP_MODE: must be production with a public origin, but is test',
      '  - TRUST_DEMO: must be off with a public origin: demo signatures would count as genuine',
      'The settings are explained in .env.example.',
    ])
  },
)
