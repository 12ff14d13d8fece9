import type { Readable } from 'node:stream'

export type ScanOutcome = { clean: true } | { clean: false; threat: string }

/**
 * Port to something that knows malware. `name` is recorded with each file it let through.
 * @throws when it could not look: then the file stays in quarantine and the job runs again
 */
export type Scanner = { name: string; scan(bytes: Readable): Promise<ScanOutcome> }
