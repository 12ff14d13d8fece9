import { log } from '@/lib/server/log'

/**
 * Sends what a library writes to the console through the log, so that an error's data is struck out
 * there too and every line is JSON.
 */
export function sendConsoleToLog(): void {
  console.error = (...words: unknown[]) => write('error', words)
  console.warn = (...words: unknown[]) => write('warn', words)
}

function write(level: 'error' | 'warn', words: unknown[]): void {
  const err = words.find((word) => word instanceof Error)
  const text = words.filter((word) => typeof word === 'string').join(' ')
  if (err) log[level]({ err }, text || err.name)
  else log[level](text)
}
