/** Writes lines in columns, each as wide as its widest cell. */
export function table(rows: readonly (readonly (string | number)[])[]): void {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, at) => Math.max(String(cell).length, widest[at] ?? 0)),
    [],
  )
  for (const row of rows) {
    const cells = row.map((cell, at) => String(cell).padEnd(widths[at] ?? 0))
    console.log(`  ${cells.join('  ').trimEnd()}`)
  }
}

/** What a proof asked and how it was answered; `holds` says whether that is as it must be. */
export type Finding = { asked: string; found: string; holds: boolean }

/** Prints the findings and the last line of a proof, and sets its exit code. */
export function conclude(name: string, findings: readonly Finding[]): void {
  console.log('')
  table(findings.map(({ asked, found, holds }) => [holds ? 'ok' : 'FAILED', asked, found]))
  const passed = findings.length > 0 && findings.every(({ holds }) => holds)
  console.log(`PROOF ${name}: ${passed ? 'passed' : 'failed'}`)
  process.exitCode = passed ? 0 : 1
}

/** Runs a proof to its end; an error of its own is a failed proof, too. */
export async function prove(name: string, work: () => Promise<Finding[]>): Promise<void> {
  try {
    conclude(name, await work())
  } catch (error) {
    console.error(error)
    console.log(`PROOF ${name}: failed`)
    process.exitCode = 1
  }
}

/** A number generator that gives the same again for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
