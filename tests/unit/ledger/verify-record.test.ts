import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChainedEvent } from '@/lib/ledger/chain'
import type { RecordHead } from '@/lib/ledger/record-file'
import { aChain, aHead, chainOf, eventFacts, recordText } from '@/tests/factories/record'
import { type TestAuthority, testAuthority } from '@/tests/factories/signing'
import { judgeInWords, judgeRecord } from '@/tests/helpers/verify-record'

let by: TestAuthority
/** Covers event 3; then one without this chain; then event 5. */
let heads: RecordHead[]
const events = aChain(6)
beforeAll(async () => {
  by = await testAuthority()
  const first = await aHead(by, { number: 7, seq: 3 })
  const { signature: _, ...second } = await aHead(by, { number: 8, seq: null, before: first })
  heads = [first, second, await aHead(by, { number: 9, seq: 5, before: second })].map(
    ({ facts: _facts, ...head }) => head,
  )
})
afterAll(() => by.remove())

const changed = (at: number, change: Partial<ChainedEvent>) =>
  events.map((event, index) => (index === at ? { ...event, ...change } : event))
const withHead = (at: number, change: Partial<RecordHead>) =>
  heads.map((head, index) => (index === at ? { ...head, ...change } : head))
const rebuilt = chainOf(
  [1, 2, 3, 4, 5, 6].map((seq) =>
    eventFacts(seq, seq === 2 ? { details: { postId: 'forged' } } : {}),
  ),
)

describe('a whole record', () => {
  it('is valid, with what no head covers yet', () => {
    const options = ['--trust', by.rootFile]
    const { code, report } = judgeRecord(recordText(events, heads), options)
    const { said } = judgeInWords(recordText(events, heads), options)
    expect(said).toContain('TOÀN VẸN: 6 sự kiện liền chuỗi, 5 sự kiện đầu')
    expect(said).toContain('From event 6 on no head covers')
    expect(code).toBe(0)
    expect(report).toMatchObject({ verdict: 'valid', events: 6, covered: 5 })
    expect(
      report.heads.map(({ number, covers, signer }) => [number, covers, signer !== null]),
    ).toEqual([
      [7, 3, true],
      [8, null, false],
      [9, 5, true],
    ])
    expect(report.heads[0]?.signer).toContain('CN=Một Cửa Y Tế (DEMO), OU=Hệ thống')
  })

  it('is valid before its first head, and says that nobody was trusted', () => {
    const { code, said } = judgeInWords(recordText(events, []))
    expect(code).toBe(0)
    expect(said).toContain('give --trust')
  })
})

describe('the first broken place', () => {
  const place = (text: string) => {
    const { code, report } = judgeRecord(text)
    expect(code).toBe(1)
    return [report.place, report.fault]
  }
  const canonical = events[3]?.canonical.replace('post-4', 'post-X') ?? ''

  it.each([
    ['a byte of the canonical content', () => changed(3, { canonical }), 4, 'hash'],
    ['a byte of what is shown', () => changed(3, { details: { postId: 'x' } }), 4, 'content'],
    ['a forged hash', () => changed(1, { hash: '0'.repeat(64) }), 2, 'hash'],
    ['two swapped', () => [0, 2, 1, 3, 4, 5].flatMap((at) => events[at] ?? []), 2, 'sequence'],
    ['two swapped by number', () => chainSwapped(), 2, 'previous-hash'],
    ['one in the middle gone', () => events.toSpliced(2, 1), 3, 'sequence'],
    [
      'an event of another dossier',
      () => chainOf([eventFacts(1, { dossierId: 'x' })]),
      1,
      'dossier',
    ],
  ])('is named: %s', (...[, break_, event, fault]) => {
    expect(place(recordText(break_(), heads))).toEqual([{ event }, fault])
  })

  it('is said in both languages', () => {
    const { code, said } = judgeInWords(recordText(changed(3, { canonical }), heads))
    expect(code).toBe(1)
    expect(said).toContain('BROKEN at event 4 (hash): its content does not give its hash')
    expect(said).toContain('KHÔNG TOÀN VẸN: đứt ở sự kiện số 4 – nội dung không khớp mã băm.')
  })

  /** As somebody with the database at hand would: the columns exchanged, the bytes left. */
  function chainSwapped() {
    const [, second, third] = events
    if (!second || !third) throw new Error('too short')
    return events.toSpliced(1, 2, { ...third, seq: 2 }, { ...second, seq: 3 })
  }

  const { lastSeq, lastHash } = { lastSeq: 6, lastHash: events[5]?.hash ?? '' }
  it.each([
    [
      'the last event gone, the register left',
      () => recordText(events.slice(0, 5), heads, { lastSeq, lastHash }),
      { event: 6 },
      'missing',
    ],
    [
      'the register says another hash',
      () => recordText(events, heads, { lastHash: '0' }),
      { event: 6 },
      'end',
    ],
    [
      'the last event gone from both, under a head',
      () => recordText(events.slice(0, 4), heads),
      { event: 5 },
      'missing',
    ],
    [
      'a chain made anew with right hashes, under a head',
      () => recordText(rebuilt, heads),
      { event: 3 },
      'rewritten',
    ],
    [
      'a proof that leads elsewhere',
      () => recordText(events, withHead(0, { covers: { ...cover(0), position: 0 } })),
      { head: 7 },
      'inclusion',
    ],
    [
      'a hash that the head does not cover',
      () =>
        recordText(rebuilt, withHead(0, { covers: { ...cover(0), hash: rebuilt[2]?.hash ?? '' } })),
      { head: 7 },
      'inclusion',
    ],
    ['a head taken out', () => recordText(events, heads.toSpliced(1, 1)), { head: 9 }, 'sequence'],
    [
      'a head without signature',
      () => recordText(events, withHead(0, { signature: '' })),
      { head: 7 },
      'signature',
    ],
    [
      'a newest head without signature',
      () => recordText(events, heads.slice(0, 2)),
      { head: 8 },
      'signature',
    ],
    [
      'a payload touched after signing',
      () =>
        recordText(
          events,
          withHead(0, { payload: heads[0]?.payload.replace('"events":3', '"events":4') ?? '' }),
        ),
      { head: 7 },
      'signature',
    ],
    [
      'a middle head touched',
      () =>
        recordText(
          events,
          withHead(1, { payload: heads[1]?.payload.replace('"events":3', '"events":4') ?? '' }),
        ),
      { head: 9 },
      'previous-hash',
    ],
    [
      'a signature of another head',
      () => recordText(events, withHead(0, { signature: heads[2]?.signature ?? '' })),
      { head: 7 },
      'signature',
    ],
  ])('is named: %s', (...[, text, expected, fault]) => {
    expect(place(text())).toEqual([expected, fault])
  })

  function cover(at: number) {
    const covers = heads[at]?.covers
    if (!covers) throw new Error('covers nothing')
    return covers
  }
})

/** Facts nested so deep that whoever walks them runs out of stack. */
function deepFile() {
  const whole = recordText(aChain(1), [])
  return whole.replace('"postId": "post-1"', `"a":${'['.repeat(200_000)}${']'.repeat(200_000)}`)
}

describe('what is no record', () => {
  it('does not steer the terminal', () => {
    const { said } = judgeInWords(recordText(aChain(1), [], { code: '\u001b[2J' }))
    expect(said).toContain('(?[2J)')
  })

  it.each([
    ['no JSON', 'xin chào'],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['another format', '{"format":"x"}'],
    ['no events', recordText(aChain(1), []).replace('"events"', '"none"')],
    ['deeper than anybody can follow', deepFile()],
    ['an event without hash', recordText(aChain(1), []).replace('"hash"', '"cash"')],
  ])('is unreadable: %s', (_, text) => {
    const { code, said } = judgeInWords(text)
    expect(code).toBe(2)
    expect(said).toContain('KHÔNG ĐỌC ĐƯỢC')
  })
})

describe('the verifier', () => {
  it('knows nothing but Node', () => {
    const source = readFileSync(join(process.cwd(), 'docs/verify-record.mjs'), 'utf8')
    const imported = [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name]) => name)
    expect(imported).toEqual(['node:crypto', 'node:fs', 'node:util'])
  })
})
