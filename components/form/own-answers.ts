import type { Entry } from '@/components/form/typed'

// What our own server sends to our own pages is looked at by hand here: a schema would bring zod into
// every form page before anything is typed.

export function isEntries(value: unknown): value is Entry[] {
  return Array.isArray(value) && value.every(isPair)
}

export function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string')
}

/** The JSON of an answer; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
