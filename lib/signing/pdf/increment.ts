import type { PdfFile, PdfRevision } from './revisions'
import {
  array,
  dictionary,
  isKind,
  number,
  type PdfDictionary,
  type PdfObject,
  type PdfValue,
  reference,
  serialise,
  withEntries,
} from './values'

/** Collects the objects of one new revision and writes it behind the file as it stands (§7.5.6). */
export class Increment {
  private readonly objects = new Map<number, PdfObject>()
  private readonly file: PdfFile
  private next: number

  constructor(file: PdfFile) {
    this.file = file
    this.next = file.revisions.reduce((next, each) => Math.max(next, firstFree(each)), 1)
  }

  /** Puts in a new object and gives the reference to it. */
  add(value: PdfValue, stream: Uint8Array | null = null): PdfValue {
    const objectNumber = this.next
    this.next += 1
    this.replace(objectNumber, value, stream)
    return reference(objectNumber)
  }

  /** Puts in a new stream object; `/Length` is set here. */
  addStream(value: PdfDictionary, stream: Uint8Array): PdfValue {
    return this.add(withEntries(value, { Length: number(stream.length) }), stream)
  }

  /** Gives an object of the file a new value; the last one given wins. */
  replace(objectNumber: number, value: PdfValue, stream: Uint8Array | null = null): void {
    this.objects.set(objectNumber, { value, stream })
  }

  /** What an object will be after this revision, when it is part of it. */
  pending(objectNumber: number): PdfDictionary | undefined {
    const value = this.objects.get(objectNumber)?.value
    return isKind(value, 'dictionary') ? value : undefined
  }

  /** The whole file with the new revision at its end. */
  write(): Buffer {
    const parts: Buffer[] = [Buffer.from(this.file.bytes)]
    let length = this.file.bytes.length
    const append = (part: Buffer) => {
      parts.push(part)
      length += part.length
    }
    if (this.file.bytes.at(-1) !== 0x0a) append(Buffer.from('\n'))
    const offsets = new Map<number, number>()
    for (const [objectNumber, object] of this.inOrder()) {
      offsets.set(objectNumber, length)
      append(writeObject(objectNumber, object))
    }
    append(Buffer.from(this.table(offsets, length), 'latin1'))
    return Buffer.concat(parts)
  }

  private inOrder(): [number, PdfObject][] {
    return [...this.objects].sort(([one], [other]) => one - other)
  }

  private table(offsets: Map<number, number>, start: number): string {
    const sections = runs([...offsets.keys()]).map((run) => {
      const entries = run.map((each) => `${padded(offsets.get(each))} 00000 n \n`)
      return `${run[0]} ${run.length}\n${entries.join('')}`
    })
    const trailer = serialise(this.trailer())
    return `xref\n${sections.join('')}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`
  }

  private trailer(): PdfDictionary {
    const last = this.file.revisions[this.file.revisions.length - 1] ?? this.file.revisions[0]
    const { entries } = last.trailer
    const kept = ['Root', 'Info', 'ID'].flatMap((key) => {
      const value = entries.get(key)
      return value === undefined ? [] : [[key, value] as const]
    })
    return dictionary({
      Size: number(this.next),
      ...Object.fromEntries(kept),
      Prev: number(last.table),
    })
  }
}

function firstFree({ objects, trailer }: PdfRevision): number {
  const size = trailer.entries.get('Size')
  const declared = isKind(size, 'number') ? size.value : 0
  return [...objects.keys()].reduce((next, each) => Math.max(next, each + 1), declared)
}

/** A rectangle of PDF: left, bottom, right, top. */
export function box(width: number, height: number): PdfValue {
  return array([number(0), number(0), number(width), number(height)])
}

function writeObject(objectNumber: number, { value, stream }: PdfObject): Buffer {
  const head = Buffer.from(`${objectNumber} 0 obj\n${serialise(value)}\n`, 'latin1')
  if (!stream) return Buffer.concat([head, Buffer.from('endobj\n')])
  const [open, close] = [Buffer.from('stream\n'), Buffer.from('\nendstream\nendobj\n')]
  return Buffer.concat([head, open, stream, close])
}

/** Numbers in ascending order, cut into runs without a gap. */
function runs(numbers: number[]): number[][] {
  const result: number[][] = []
  for (const each of numbers) {
    const last = result.at(-1)
    if (last?.at(-1) === each - 1) last.push(each)
    else result.push([each])
  }
  return result
}

function padded(offset: number | undefined): string {
  return String(offset ?? 0).padStart(10, '0')
}
