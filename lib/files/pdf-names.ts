import type { ActiveContent } from '@/lib/files/upload-refusal'

export type PdfFinding = ActiveContent | 'encrypted'

type Sign = {
  finding: PdfFinding
  /** What must follow, for names short enough to turn up in compressed pictures by chance. */
  followedBy?: RegExp
}

const REFERENCE = /^\s*(\d+\s+\d+\s+R|<<|\[)/

/** Names of ISO 32000 that start something or hide something, with what each one means. */
const SIGNS: Readonly<Record<string, Sign>> = {
  Encrypt: { finding: 'encrypted', followedBy: REFERENCE },
  JavaScript: { finding: 'javascript' },
  Launch: { finding: 'launch' },
  XFA: { finding: 'xfa', followedBy: REFERENCE },
  EmbeddedFile: { finding: 'attachment' },
  EmbeddedFiles: { finding: 'attachment' },
  RichMedia: { finding: 'attachment' },
}

const OBJECT_STREAM = 'ObjStm'
// Longest name of interest with every letter escaped, and what may follow it.
const OVERLAP = 128
const NAME = /\/([A-Za-z0-9#]{3,60})/g

/**
 * Looks for telling names in a PDF's text as it streams by. Names are compared decoded, since
 * "/J#61vaScript" means the same. Strings and pictures are not told apart from objects on purpose:
 * a reader can be led to take either for the other.
 */
export class PdfNames {
  readonly findings = new Set<PdfFinding>()
  /** Where compressed objects are announced, counted from the first byte. */
  readonly objectStreamsAt: number[] = []
  private held = ''
  private position = 0

  read(chunk: Uint8Array): void {
    const text = this.held + Buffer.from(chunk).toString('latin1')
    const settled = Math.max(0, text.length - OVERLAP)
    this.search(text, settled)
    this.held = text.slice(settled)
    this.position += settled
  }

  /** Searches what was held back for the next chunk. */
  end(): void {
    this.search(this.held, this.held.length)
    this.position += this.held.length
    this.held = ''
  }

  /** Looks into text that lies compressed within the file. */
  readApart(text: Uint8Array): void {
    const inner = new PdfNames()
    inner.read(text)
    inner.end()
    for (const finding of inner.findings) this.findings.add(finding)
  }

  private search(text: string, until: number): void {
    for (const match of text.matchAll(NAME)) {
      if (match.index >= until) return
      const name = decodeName(match[1] ?? '')
      if (name === OBJECT_STREAM) this.objectStreamsAt.push(this.position + match.index)
      const after = match.index + match[0].length
      const finding = findSign(name, text.slice(after, after + OVERLAP))
      if (finding) this.findings.add(finding)
    }
  }
}

function findSign(name: string, after: string): PdfFinding | undefined {
  if (!Object.hasOwn(SIGNS, name)) return undefined
  const sign = SIGNS[name]
  return sign?.followedBy?.test(after) === false ? undefined : sign?.finding
}

function decodeName(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
