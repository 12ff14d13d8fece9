import { expect, it } from 'vitest'
import { guardGuessing } from '@/lib/exchange/guessing-guard'
import type { PersonAsked, PopulationAnswer } from '@/lib/exchange/registers'

const born = (day: number): PersonAsked => ({
  idNumber: '001085001234',
  fullName: 'Đặng Quốc Việt',
  birthDate: `1985-01-${String(day).padStart(2, '0')}`,
})
const RIGHT = born(31)

function aGuard() {
  const time = { now: 0 }
  const check = async (asked: PersonAsked): Promise<PopulationAnswer> =>
    asked.birthDate === RIGHT.birthDate
      ? { code: 'agrees' }
      : { code: 'differs', parts: ['birth_date'] }
  return { time, guarded: guardGuessing({ check }, () => time.now) }
}

it('whoever tries out birth dates is told no more than twenty times a day that one is wrong', async () => {
  const { time, guarded } = aGuard()
  const guesser = guarded('guesser')
  for (let day = 1; day <= 20; day += 1)
    expect(await guesser.check(born(day))).toMatchObject({ code: 'differs' })
  expect(await guesser.check(born(21))).toEqual({ code: 'unavailable' })
  expect(await guesser.check(RIGHT)).toEqual({ code: 'unavailable' })
  expect(await guarded('another').check(RIGHT)).toEqual({ code: 'agrees' })
  time.now += 24 * 60 * 60_000
  expect(await guesser.check(RIGHT)).toEqual({ code: 'agrees' })
})

it('the same page may be opened as often as one likes, and who agrees is never counted', async () => {
  const { guarded } = aGuard()
  const applicant = guarded('applicant')
  for (let time = 0; time < 30; time += 1) {
    expect(await applicant.check(born(1))).toMatchObject({ code: 'differs' })
    expect(await applicant.check(RIGHT)).toEqual({ code: 'agrees' })
  }
})
