import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

type Database = PostgresJsDatabase

type Connection = { database: Database; close: () => Promise<void> }

// Next reloads modules in development and bundles routes apart: one pool for the whole process.
const held = globalThis as typeof globalThis & { onedoorDatabase?: Connection }

/**
 * Opens the pool. `backoff` is set since the driver's default makes one refused connection put the
 * whole pool to sleep for up to 20 seconds (measured).
 */
function connect(url: string): Connection {
  const client = postgres(url, {
    max: 10,
    connect_timeout: 5,
    max_lifetime: 1800,
    backoff: () => 0.2 + Math.random() * 0.3,
    connection: { application_name: 'onedoor', statement_timeout: 15_000 },
    onnotice: () => undefined,
  })
  return { database: drizzle(client), close: () => client.end({ timeout: 5 }) }
}

/** The database the process works with; it is opened at first use. */
export function database(): Database {
  // biome-ignore lint/style/noProcessEnv: db stands below lib/server, which validates the same setting at start.
  const url = process.env['DATABASE_URL']
  if (!url) throw new Error('DATABASE_URL is not set')
  held.onedoorDatabase ??= connect(url)
  return held.onedoorDatabase.database
}

/** Closes the pool; commands and tests end with it. */
export async function closeDatabase(): Promise<void> {
  await held.onedoorDatabase?.close()
  delete held.onedoorDatabase
}

/** The pool as a value, so that queries outside a transaction read `db.select()`. */
export const db: Database = new Proxy({} as Database, {
  get(_target, property) {
    const value: unknown = Reflect.get(database(), property)
    return typeof value === 'function' ? value.bind(database()) : value
  },
})

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
export type Queryable = Transaction | Database

const afterwards = new WeakMap<Transaction, (() => Promise<void>)[]>()

/**
 * Runs work in one transaction: all of it happens, or nothing. What was left for afterwards runs when
 * the transaction has ended either way, and its connection is free again.
 */
export async function inTransaction<Value>(
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  const later: (() => Promise<void>)[] = []
  try {
    return await database().transaction((tx) => {
      afterwards.set(tx, later)
      return work(tx)
    })
  } finally {
    for (const task of later) await task()
  }
}

/** Leaves work for the end of the transaction: what must be written down although all else is undone. */
export function afterTransaction(tx: Transaction, task: () => Promise<void>): void {
  afterwards.get(tx)?.push(task)
}
