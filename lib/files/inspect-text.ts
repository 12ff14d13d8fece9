import { createReadStream } from 'node:fs'

// Control characters other than tab and line breaks.
const CONTROL = /[^\P{Cc}\t\r\n]/u
const MARKUP = /^\s*<(!doctype|html|script|svg|\?xml)/i

/** Whether a file is UTF-8 text without control characters that no browser takes for a page. */
export async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const chunk of createReadStream(path)) {
      const text = decoder.decode(chunk, { stream: true })
      if (CONTROL.test(text) || (first && MARKUP.test(text))) return false
      first = false
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}
