import { Writable } from 'node:stream'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { describeError, log, logOptions, requestLog } from '@/lib/server/log'

const lines: string[] = []
const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk))
    done()
  },
})
const written = pino({ ...logOptions, level: 'info' }, sink)
const lastLine = () => lines.at(-1) ?? ''

describe('the log', () => {
  it('writes one JSON object a line with a readable time and level', () => {
    written.info({ dossierId: 'd-1' }, 'accepted')
    expect(JSON.parse(lastLine())).toMatchObject({
      level: 'info',
      dossierId: 'd-1',
      msg: 'accepted',
    })
  })

  it('strikes out personal data and secrets down to the third level', () => {
    written.info({
      email: 'mau@example.vn',
      person: { fullName: 'Lê Thị Mẫu', nationalId: '001099000001' },
      request: {
        headers: { cookie: 'session=abc', authorization: 'Bearer abc', 'set-cookie': 'abc' },
      },
    })
    expect(lastLine()).not.toMatch(/mau@|Mẫu|0010|abc/)
    expect(lastLine()).toContain('[removed]')
  })

  it('keeps the query of a failed statement, but not its parameters', () => {
    const cause = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(mau@example.vn)',
    })
    const error = new Error(
      'Failed query: insert into persons values ($1)\nparams: Lê Thị Mẫu,\n001099000001',
      { cause },
    )
    written.error({ err: error })
    expect(lastLine()).toContain('insert into persons')
    expect(lastLine()).toContain('23505')
    expect(lastLine()).not.toMatch(/Mẫu|0010|mau@/)
  })

  it('describes what was thrown without being an error by its type alone', () => {
    expect(describeError('mau@example.vn')).toEqual({ message: 'string' })
  })

  it('gives the lines of a request its id', () => {
    expect(requestLog(new Headers({ 'x-request-id': 'r-1' })).bindings()).toMatchObject({
      requestId: 'r-1',
    })
    expect(log.level).toBe('silent')
  })
})
