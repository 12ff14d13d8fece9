/** A place where this page and the draft say different things, as it is shown there. */
export type ShownClash = {
  /** The field, or one part of it: `owner.phone`. */
  part: string
  /** Both changed it, so the writer chooses; or only the others did, and this page is behind. */
  kind: 'conflict' | 'news'
  /** The version from which this page saw it. */
  since: number
  /** The colleague who wrote it; null for the writer elsewhere. */
  by: string | null
  at: string | null
  /** What the draft holds now, in words. */
  theirs: string
}

export type Bases = Readonly<Record<string, number>>
export type ClashChoice = 'mine' | 'theirs'

/** From which version this page saw the parts that it does not show as they are stored. */
export function basesOf(clashes: readonly ShownClash[]): Bases {
  return Object.fromEntries(clashes.map(({ part, since }) => [part, since]))
}

/** How a page without a script carries them along. */
export function writeBase({ part, since }: ShownClash): string {
  return `${part}@${since}`
}

const BASE = /^([a-z][\w-]*(?:\.[a-z][\w-]*)?)@(\d{1,9})$/

export function readBases(texts: readonly string[]): Bases {
  const found = texts.flatMap((text) => {
    const [, part, since] = BASE.exec(text) ?? []
    return part === undefined ? [] : [[part, Number(since)] as const]
  })
  return Object.fromEntries(found)
}

/** The clashes of a field and of its parts. */
export function clashesAt(clashes: readonly ShownClash[], field: string): ShownClash[] {
  return clashes.filter(({ part }) => part === field || part.startsWith(`${field}.`))
}
