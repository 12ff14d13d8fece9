/** The accounts of fee money: what the gateway owes us, what became a fee, what must go back. */
export const ACCOUNTS = ['gateway-receivable', 'fees-collected', 'refunds-payable'] as const
export type Account = (typeof ACCOUNTS)[number]

/** One side of a booking, in whole đồng; exactly one of debit and credit is above zero. */
export type LedgerEntry = { account: Account; debit: number; credit: number }

/** A booking that moves an amount: it debits one account and credits another, so it balances. */
export function transfer(amount: number, from: Account, to: Account): LedgerEntry[] {
  return [
    { account: to, debit: amount, credit: 0 },
    { account: from, debit: 0, credit: amount },
  ]
}

/**
 * Refuses a booking that is not double entry; the database holds the same rule at commit.
 * @throws when a side is not a whole positive amount, or debits and credits differ
 */
export function assertBalanced(entries: readonly LedgerEntry[]): void {
  const oneSided = entries.every(
    ({ debit, credit }) =>
      Number.isSafeInteger(debit) &&
      Number.isSafeInteger(credit) &&
      Math.min(debit, credit) === 0 &&
      Math.max(debit, credit) > 0,
  )
  const difference = entries.reduce((sum, { debit, credit }) => sum + debit - credit, 0)
  if (entries.length < 2 || !oneSided || difference !== 0) {
    throw new Error('a ledger transaction must have equal debits and credits in whole đồng')
  }
}
