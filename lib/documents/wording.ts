import type { Run } from './layout/lines'
import type { TableColumn } from './layout/table'
import type { Addressee } from './slip-parts'

export type Strong = { strong: string }

/** A line of a document: plain text, and what stands out in it. */
export type Wording = readonly (string | Strong)[]

/** A line, the head of a part, or a table, from top to bottom. */
export type Block =
  | { head: string }
  | { line: Wording; align?: 'left' }
  | { columns: readonly TableColumn[]; rows: readonly (readonly string[])[] }

/** Marks a value to be set in bold. */
export function strong(text: string): Strong {
  return { strong: text }
}

/** A line with its values in place. Values are never read as marks, whatever people wrote into them. */
export function say(texts: TemplateStringsArray, ...values: (string | Strong)[]): Wording {
  return texts.flatMap((text, index) => {
    const value = values[index]
    return value === undefined ? [text] : [text, value]
  })
}

/** The runs of a line at a type size. */
export function wordingRuns(wording: Wording, size: number): Run[] {
  return wording
    .map((part): Run => {
      if (typeof part === 'string') return { text: part, face: 'regular', size }
      return { text: part.strong, face: 'bold', size }
    })
    .filter((run) => run.text)
}

/** A number or a name that a line end must not part. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

/** How a slip addresses people: a household is its owner. */
export function youOf({ form }: Addressee): string {
  return form === 'person' ? 'Ông/Bà' : 'Quý cơ quan, tổ chức'
}

/** 'Kính gửi: …', and under it where people are reached, as far as it is known. */
export function addresseeBlocks(addressee: Addressee): Block[] {
  const { form, name, address, phone, email } = addressee
  const greeting =
    form === 'person' ? say`Kính gửi: Ông/Bà ${strong(name)}` : say`Kính gửi: ${strong(name)}`
  const reach = [
    address && `Địa chỉ: ${address}.`,
    phone && unbroken(`Số điện thoại: ${phone}.`),
    email && unbroken(`Email: ${email}.`),
  ].filter((part) => part)
  if (reach.length === 0) return [{ line: greeting }]
  return [{ line: greeting }, { line: [reach.join(' ')], align: 'left' }]
}
