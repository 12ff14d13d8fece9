const TAX_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const

// Decree 137/2015 Art. 13: the codes of the 63 provinces stay with the person after the mergers.
const BIRTH_PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 ' +
    '036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 ' +
    '074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
)

/**
 * A tax or enterprise code in its proper form, or null: ten digits with a check digit, a branch
 * `-001` behind them, or the twelve digits of a person (since 01/07/2025 for households).
 */
export function parseTaxCode(typed: string): string | null {
  const digits = typed.replace(/[\s.-]/g, '')
  if (/^\d{12}$/.test(digits)) return digits
  if (!/^\d{10}(\d{3})?$/.test(digits) || !hasTaxCheckDigit(digits)) return null
  return digits.length === 10 ? digits : `${digits.slice(0, 10)}-${digits.slice(10)}`
}

function hasTaxCheckDigit(digits: string): boolean {
  const sum = TAX_WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return 10 - (sum % 11) === Number(digits[9])
}

/** The twelve digits of a personal identification number, or null; it has no check digit. */
export function parsePersonalId(typed: string): string | null {
  const digits = typed.replace(/[\s.-]/g, '')
  return /^\d{12}$/.test(digits) ? digits : null
}

/**
 * Whether the number could have been given out (Circular 07/2016/TT-BCA Art. 7): province of birth
 * registration, century, and year of birth when that is known. A warning, never a refusal.
 */
export function looksLikePersonalId(digits: string, born?: string): boolean {
  if (!BIRTH_PROVINCES.has(digits.slice(0, 3))) return false
  const century = 19 + Math.floor(Number(digits[3]) / 2)
  if (century > 20) return false
  return born === undefined || born.slice(0, 4) === `${century}${digits.slice(4, 6)}`
}

/** A Vietnamese or foreign telephone number in E.164, or null. */
export function parsePhone(typed: string): string | null {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^00/, '+')
  const national = digits.replace(/^(\+84|84(?=\d{9,10}$))0?/, '0')
  if (/^0[35789]\d{8}$/.test(national) || /^02\d{9}$/.test(national))
    return `+84${national.slice(1)}`
  if (/^0?1[89]00\d{4,6}$/.test(national)) return `+84${national.replace(/^0/, '')}`
  return /^\+(?!84)[1-9]\d{7,14}$/.test(digits) ? digits : null
}

/** An e-mail address with its domain in small letters, or null. */
export function parseEmail(typed: string): string | null {
  const parts =
    /^([^\s@<>()",;:\\]{1,64})@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})$/i.exec(
      typed,
    )
  return parts && typed.length <= 254 ? `${parts[1]}@${parts[2]?.toLowerCase()}` : null
}

/** The number of a practising licence or certificate: `001234/HNO-GPHN`, or null. */
export function parsePractisingLicence(typed: string): string | null {
  const number = typed.replace(/\s/g, '').toUpperCase()
  return /^\d{5,7}\/[A-ZĐ]{2,5}-(GPHN|CCHN)$/.test(number) ? number : null
}

/** A web address; without a scheme it is taken as https. */
export function parseUrl(typed: string): string | null {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(written)) return null
  const url = new URL(written)
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  return web && url.hostname.includes('.') && url.username === '' ? url.href : null
}

/** Latitude and longitude as `21.028511, 105.804817`, or null. */
export function parseCoordinates(typed: string): string | null {
  const parts = /^(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(typed)
  if (!parts) return null
  const [latitude, longitude] = [Number(parts[1]), Number(parts[2])]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? `${latitude}, ${longitude}` : null
}
