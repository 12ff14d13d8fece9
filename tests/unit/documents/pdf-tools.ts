import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether an independent tool of the machine is there to check our files. */
export function hasTool(name: string): boolean {
  return spawnSync('which', [name]).status === 0
}

function withFile<Outcome>(pdf: Uint8Array, act: (path: string) => Outcome): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'))
  try {
    const path = join(folder, 'document.pdf')
    writeFileSync(path, pdf)
    return act(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Text as poppler reads it off the pages, one line per line. */
export function readText(pdf: Uint8Array): string {
  return withFile(pdf, (path) => execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }))
}

/** The text with line ends as spaces, where wording is what counts. */
export function readWording(pdf: Uint8Array): string {
  return readText(pdf).replace(/\s+/g, ' ')
}

/** The wording of each page. */
export function readPages(pdf: Uint8Array): string[] {
  const pages = readText(pdf).split('\f').slice(0, -1)
  return pages.map((page) => page.replace(/\s+/g, ' '))
}

/** The logical structure as a screen reader would walk it. */
export function readStructure(pdf: Uint8Array): string {
  return withFile(pdf, (path) =>
    execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' }),
  )
}

/** How often each structure type occurs, without the text (poppler takes seconds for that). */
export function countRoles(pdf: Uint8Array): Record<string, number> {
  const listing = withFile(pdf, (path) =>
    execFileSync('pdfinfo', ['-struct', path], { encoding: 'utf8' }),
  )
  const counts: Record<string, number> = {}
  for (const [, role = ''] of listing.matchAll(/^\s*([A-Z]\w*)( \(\w+\))?:?$/gm)) {
    counts[role] = (counts[role] ?? 0) + 1
  }
  return counts
}

export function pageCount(pdf: Uint8Array): number {
  return withFile(pdf, (path) => {
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
    return Number(/Pages:\s+(\d+)/.exec(info)?.[1])
  })
}

/** qpdf's verdict on syntax and streams: 0 is clean. */
export function checkSyntax(pdf: Uint8Array): number | null {
  return withFile(pdf, (path) => spawnSync('qpdf', ['--check', path]).status)
}
