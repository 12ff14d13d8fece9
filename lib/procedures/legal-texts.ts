import type { LegalBasis } from '@/lib/procedures/procedure'

type Text = Pick<LegalBasis, 'number' | 'title'>

/**
 * The other texts of a legal basis that a text names in its title, or that name it: what amends, repeals,
 * suspends or carries out what. No relation is taken from anywhere but a published title.
 */
export function relatedTexts<One extends Text>(text: One, all: readonly One[]): One[] {
  return all.filter(
    (other) => other.number !== text.number && (names(text, other) || names(other, text)),
  )
}

/** Whether a title names the number as a whole: 8/2021 does not stand in 98/2021. */
function names({ title }: Text, { number }: Text): boolean {
  const at = title.indexOf(number)
  if (at === -1) return false
  const neighbours = `${title[at - 1] ?? ' '}${title[at + number.length] ?? ' '}`
  return !/[\p{L}\p{N}/-]/u.test(neighbours)
}
