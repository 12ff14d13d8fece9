import { describe, expect, it } from 'vitest'
import { readAsk } from '@/components/form/section-state'
import { entriesToSave, rowsAfter, rowsWithProblems } from '@/components/form/section-turn'
import { type Entry, groupEntries } from '@/components/form/typed'

const entries: Entry[] = [
  ['rooms[0].name', ''],
  ['rooms[1].name', 'a'],
  ['rooms[2].name', 'b'],
]
/** As reading gives it back: the blank row is gone. */
const typed = groupEntries([
  ['rooms[0].name', 'a'],
  ['rooms[1].name', 'b'],
])

function pressed(name: string, value: string) {
  const form = new FormData()
  form.append(name, value)
  return readAsk(form)
}

describe('the button that was pressed without a script', () => {
  it('reads rows only where a row can be named', () => {
    expect(pressed('_add', 'rooms')).toEqual({ kind: 'add', path: 'rooms' })
    expect(pressed('_remove', 'a[0].hours[2]')).toEqual({ kind: 'remove', path: 'a[0].hours[2]' })
    expect(pressed('_open', '../x')).toEqual({ kind: 'continue' })
    expect(pressed('_do', 'later')).toEqual({ kind: 'later' })
    expect(pressed('_do', 'anything')).toEqual({ kind: 'continue' })
    expect(readAsk(new FormData())).toEqual({ kind: 'continue' })
  })

  it('opens the added row at the end and closes the others of the table', () => {
    const ask = pressed('_add', 'rooms')
    const rows = rowsAfter(ask, { entries, open: ['rooms[1]', 'staff[0]'] }, typed)
    expect(rows).toEqual({ open: ['staff[0]', 'rooms[2]'], blank: ['rooms'] })
  })

  it('follows rows that moved up over a blank one', () => {
    const rows = rowsAfter(pressed('_open', 'rooms[2]'), { entries, open: ['rooms[0]'] }, typed)
    expect(rows).toEqual({ open: ['rooms[1]'], blank: [] })
  })

  it('adds a line within a row and keeps the row open', () => {
    const ask = pressed('_add', 'rooms[1].hours')
    const rows = rowsAfter(ask, { entries, open: ['rooms[1]'] }, typed)
    expect(rows).toEqual({ open: ['rooms[0]'], blank: ['rooms[0].hours'] })
  })

  it('takes a removed row out before saving and leaves the rest open', () => {
    const ask = pressed('_remove', 'rooms[1]')
    expect(entriesToSave(entries, ask).map(([name]) => name)).toEqual([
      'rooms[0].name',
      'rooms[2].name',
    ])
    expect(rowsAfter(ask, { entries, open: ['rooms[1]'] }, typed).open).toEqual([])
  })

  it('closes the row that is done', () => {
    const ask = pressed('_close', 'rooms[1]')
    expect(rowsAfter(ask, { entries, open: ['rooms[1]'] }, typed)).toEqual({ open: [], blank: [] })
  })

  it('opens the first row with a problem of each table', () => {
    const at = (path: string) => ({ path, code: 'required' as const, params: {} })
    const problems = [at('name'), at('rooms[3].name'), at('rooms[1].name'), at('staff[0].x')]
    expect(rowsWithProblems(problems)).toEqual(['rooms[3]', 'staff[0]'])
  })
})
