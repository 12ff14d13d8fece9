const VIETNAM_OFFSET = 7 * 60 * 60 * 1000

/** An instant as VNPAY writes it: yyyyMMddHHmmss in Vietnamese time, whatever the machine's zone. */
export function toVnpayTime(at: Date): string {
  return new Date(at.getTime() + VIETNAM_OFFSET).toISOString().replace(/\D/g, '').slice(0, 14)
}

/** The instant behind yyyyMMddHHmmss in Vietnamese time; null when it is none. */
export function fromVnpayTime(text: string | undefined): Date | null {
  const parts = text?.match(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/)?.slice(1)
  if (!parts) return null
  const [year, month, day, hour, minute, second] = parts
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`)
  return Number.isNaN(at.getTime()) ? null : at
}
