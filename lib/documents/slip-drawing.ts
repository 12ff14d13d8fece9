import { finishDocument } from './layout/finish'
import type { Flow } from './layout/flow'
import { setParagraph } from './layout/paragraph'
import { setTable } from './layout/table'
import { placeVerificationFoot } from './layout/verification-foot'
import type { SlipDossier } from './slip-parts'
import { type Block, wordingRuns } from './wording'

/** Type sizes and distances in points; the smaller set is taken where it saves a page. */
export type Density = { size: number; tableSize: number; leading: number; after: number }

/** What the foot of a slip says of itself and of the way to follow the dossier. */
export type Foot = { dossier: SlipDossier; trackUrl: string; notes: readonly string[] }

/** The title, set in capitals, and what stands in brackets under it. */
export function setTitle(flow: Flow, title: string, subtitle = ''): void {
  flow.top += 10
  setParagraph(flow, {
    runs: [{ text: title.toLocaleUpperCase('vi'), face: 'bold', size: 14 }],
    align: 'centre',
    leading: 1.3,
    role: 'H1',
  })
  if (subtitle) {
    setParagraph(flow, {
      runs: [{ text: subtitle, face: 'italic', size: 13 }],
      align: 'centre',
      leading: 1.3,
    })
  }
  flow.top += 6
}

/** The head of a part stays with the lines under it. */
function setHead(flow: Flow, text: string, { size, leading, after }: Density): void {
  flow.keepRoom(size * leading * 4)
  flow.top += after
  const runs = [{ text, face: 'bold', size } as const]
  setParagraph(flow, { runs, align: 'left', leading, after, role: 'H2' })
}

/** Sets the body; `reserve` points stay free under its last line, for the signatures. */
export function setBlocks(
  flow: Flow,
  blocks: readonly Block[],
  style: Density & { indent: number; reserve: number },
): void {
  const { size, tableSize, leading, after, indent, reserve } = style
  for (const [index, block] of blocks.entries()) {
    if ('columns' in block) {
      setTable(flow, { ...block, size: tableSize }, 6)
      continue
    }
    if ('head' in block) {
      setHead(flow, block.head, style)
      continue
    }
    const runs = wordingRuns(block.line, size)
    const last = index === blocks.length - 1
    const align = block.align ?? 'justify'
    setParagraph(flow, { runs, align, leading, after, indent }, last ? reserve : 0)
  }
}

/** 'Mã hồ sơ' from acceptance on, before it the reference of the submission. */
export function codeLabel({ codeKind }: SlipDossier): string {
  return codeKind === 'dossier-code' ? 'Mã hồ sơ' : 'Mã nộp hồ sơ'
}

/** The address to type: without protocol and question. */
function typedAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/[?#].*$/, '')
}

/** QR symbol, where to follow the dossier, and which form this is. */
export function setFoot(flow: Flow, { dossier, trackUrl, notes }: Foot): void {
  const label = codeLabel(dossier).toLowerCase()
  placeVerificationFoot(flow, {
    url: trackUrl,
    paragraphs: [
      [
        { text: `Theo dõi hồ sơ: quét mã, hoặc vào ${typedAddress(trackUrl)} và nhập ${label} ` },
        { text: dossier.code, strong: true },
        { text: '.' },
      ],
      ...notes.map((text) => [{ text }]),
    ],
  })
}

/** The largest type that needs the fewest pages; `densities` from large to small. */
export async function setOnFewestPages(
  set: (density: Density) => Promise<Flow>,
  densities: readonly [Density, ...Density[]],
): Promise<Flow> {
  const [roomiest, ...denser] = densities
  let best = await set(roomiest)
  for (const density of denser) {
    if (best.pages.length === 1) return best
    const next = await set(density)
    if (next.pages.length < best.pages.length) best = next
  }
  return best
}

/** Closes a document about a dossier, with its title and author in the metadata. */
export async function closeDocument(
  flow: Flow,
  about: { title: string; subject: string; agencyName: string; at: string },
  data: { demo: boolean },
): Promise<{ bytes: Uint8Array }> {
  const bytes = await finishDocument(flow, {
    title: about.title.replaceAll('\n', ' '),
    subject: about.subject,
    author: about.agencyName,
    createdAt: new Date(about.at),
    demo: data.demo,
    source: data,
  })
  return { bytes }
}
