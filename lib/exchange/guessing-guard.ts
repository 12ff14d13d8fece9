import type { PopulationRegister } from '@/lib/exchange/registers'
import { keyedHash } from '@/lib/server/keyed-hash'

/** So many different people or spellings may differ for one account in a day; nobody who files has more. */
const MOST = 20
const DAY = 24 * 60 * 60_000
const MOST_ACCOUNTS = 10_000

type Book = { until: number; differed: Set<string> }

/**
 * The population database for applicants: whoever types one birth date after the other for a number
 * they know is told only so often that it is not the one. Then it is not reachable for that account until
 * the day is over; what they were told before stays the same. Kept are keyed hashes, in this process.
 */
export function guardGuessing(
  register: PopulationRegister,
  now: () => number = Date.now,
): (personId: string) => PopulationRegister {
  const books = new Map<string, Book>()
  const bookOf = (personId: string): Book => {
    const known = books.get(personId)
    if (known && now() < known.until) return known
    const book = { until: now() + DAY, differed: new Set<string>() }
    // At the end again: the first one is always the oldest.
    books.delete(personId)
    books.set(personId, book)
    const [oldest = ''] = books.keys()
    if (books.size > MOST_ACCOUNTS) books.delete(oldest)
    return book
  }
  return (personId) => ({
    check: async (person) => {
      const { differed } = bookOf(personId)
      const asked = keyedHash('person-asked', JSON.stringify(Object.values(person)))
      if (differed.size >= MOST && !differed.has(asked)) return { code: 'unavailable' }
      const answer = await register.check(person)
      if (answer.code === 'differs') differed.add(asked)
      return answer
    },
  })
}
