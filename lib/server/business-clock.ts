import { readFileSync, statSync } from 'node:fs'
import { env } from '@/lib/server/env'
import type { Clock } from '@/lib/shared/clock'

type ClockFile = { writtenAt: number; shows: number; frozen: boolean }

let lastRead: ClockFile | undefined

/**
 * The clock of the law. In a demo or a test the file CLOCK_FILE may move it: `frozen:2026-12-01T02:00:00Z`
 * stops it at that instant; the instant alone lets it run on from there, counted from the moment
 * the file was written. In production it is the machine's clock and the file is not looked at.
 * Sessions, tokens and queues never use it.
 */
export const clock: Clock = { now: () => new Date(businessTime()) }

function businessTime(): number {
  const { APP_MODE, CLOCK_FILE } = env()
  if (APP_MODE === 'production' || !CLOCK_FILE) return Date.now()
  const file = readClockFile(CLOCK_FILE)
  if (!file) return Date.now()
  return file.frozen ? file.shows : file.shows + (Date.now() - file.writtenAt)
}

function readClockFile(path: string): ClockFile | undefined {
  const writtenAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  if (writtenAt === undefined) return undefined
  if (lastRead?.writtenAt === writtenAt) return lastRead
  const text = readFileSync(path, 'utf8').trim()
  if (text === '') return undefined
  const shows = Date.parse(text.replace(/^frozen:/, ''))
  if (Number.isNaN(shows)) throw new Error(`${path} holds no instant: ${text}`)
  lastRead = { writtenAt, shows, frozen: text.startsWith('frozen:') }
  return lastRead
}
