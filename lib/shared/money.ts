const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const GROUPS = ['', 'nghìn', 'triệu'] as const

/** Whole đồng the Vietnamese way: 1000000 → "1.000.000 đ". */
export function formatVnd(amount: number): string {
  return `${formatInteger(amount)} đ`
}

/** A whole number with dots between thousands: 4300000 → "4.300.000". */
export function formatInteger(amount: number): string {
  assertWhole(amount)
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}

/**
 * Whole đồng in words for receipts (Decree 254/2026 Art. 23): 4300000 → "Bốn triệu ba trăm nghìn
 * đồng". Says mốt, tư, lăm, linh and mươi as people do.
 */
export function vndInWords(amount: number): string {
  assertWhole(amount)
  const words = amount === 0 ? 'không' : `${amount < 0 ? 'âm ' : ''}${billions(Math.abs(amount))}`
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`
}

function assertWhole(amount: number): void {
  if (!Number.isSafeInteger(amount)) throw new TypeError(`not whole đồng: ${amount}`)
}

/** Beyond 999 999 999 the word "tỷ" repeats: a thousand tỷ, a million tỷ. */
function billions(amount: number): string {
  const high = Math.floor(amount / 1_000_000_000)
  const low = amount % 1_000_000_000
  if (high === 0) return belowBillion(low, false)
  const rest = low === 0 ? '' : ` ${belowBillion(low, true)}`
  return `${billions(high)} tỷ${rest}`
}

/** `led`: something stands before it, so that the first group is read in full ("không trăm linh năm"). */
function belowBillion(amount: number, led: boolean): string {
  const groups = [2, 1, 0].map((power) => Math.floor(amount / 1000 ** power) % 1000)
  const words: string[] = []
  groups.forEach((value, i) => {
    if (value === 0) return
    words.push(hundreds(value, led || words.length > 0), GROUPS[2 - i] ?? '')
  })
  return words.filter(Boolean).join(' ')
}

function hundreds(value: number, led: boolean): string {
  const hundred = Math.floor(value / 100)
  const rest = value % 100
  if (hundred === 0 && !led) return tens(rest)
  const head = `${DIGITS[hundred]} trăm`
  if (rest === 0) return head
  return rest < 10 ? `${head} linh ${DIGITS[rest]}` : `${head} ${tens(rest)}`
}

function tens(value: number): string {
  const ten = Math.floor(value / 10)
  const unit = value % 10
  if (ten === 0) return DIGITS[unit] ?? ''
  const head = ten === 1 ? 'mười' : `${DIGITS[ten]} mươi`
  return unit === 0 ? head : `${head} ${unitAfterTens(ten, unit)}`
}

function unitAfterTens(ten: number, unit: number): string {
  if (unit === 5) return 'lăm'
  if (ten > 1 && unit === 1) return 'mốt'
  if (ten > 1 && unit === 4) return 'tư'
  return DIGITS[unit] ?? ''
}
