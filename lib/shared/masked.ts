/** A telephone number as strangers may read it: its last three digits. */
export function maskPhone(phone: string): string {
  return phone.length <= 3 ? phone : `${'•'.repeat(phone.length - 3)}${phone.slice(-3)}`
}

/** An e-mail address as strangers may read it: "m•••@demo.test"; empty when it is none. */
export function maskEmail(email: string): string {
  const [name = '', host] = email.split('@')
  return host ? `${name.slice(0, 1)}•••@${host}` : ''
}

/** A national identifier as others than its holder may read it on paper: its last three figures. */
export function maskNationalId(id: string): string {
  return id.length <= 3 ? id : `${'•'.repeat(id.length - 3)}${id.slice(-3)}`
}
