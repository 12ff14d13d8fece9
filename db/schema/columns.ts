import { text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A moment, kept with its zone to the millisecond. */
export const moment = (name: string) =>
  timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

/** A UUIDv7 made by the application. */
export const id = (name = 'id') => uuid(name)

/** A national identifier, encrypted; its keyed hash stands in a column of its own. */
export const sealed = (name: string) => text(name)
