import sharp from 'sharp'
import { db, inTransaction } from '@/db/client'
import { keepFilePages, rejectFile } from '@/db/queries/file-checks'
import { type FileRow, findFile } from '@/db/queries/files'
import { findMediaKind, type MediaKind } from '@/lib/files/media-kinds'
import { type PaintLimits, paintPages, usualPaintLimits } from '@/lib/files/paint-pages'
import { openFileStream, pageKeyOf, readFileBytes, writeOnce } from '@/lib/files/store'
import { log } from '@/lib/server/log'

const WEBP = { quality: 82 } as const
const PICTURE_SIDE = 2000
const SECONDS = 30

type Page = { page: number; storageKey: string; width: number; height: number }
/** `pageCount` counts the pages of the file, of which the first fifty get pictures. */
type Preview = { pages: Page[]; pageCount: number } | 'unreadable'

/**
 * Job 'render-pages': makes the page pictures that officers look at instead of the applicant's own
 * file. A file that nothing can be shown of is rejected, for nobody could decide on it. Safe to run
 * again: pictures are written once, under names made from file and page.
 */
export async function renderPages(
  fileId: string,
  limits: PaintLimits = usualPaintLimits,
): Promise<void> {
  const file = await findFile(db, fileId)
  if (file?.state !== 'clean' || file.pageCount !== null) return
  const kind = findMediaKind(file.mediaType)
  const preview = await (kind ? previews[kind](file, limits) : nothingToShow())
  await inTransaction(async (tx) => {
    if (preview !== 'unreadable') return keepFilePages(tx, fileId, preview)
    log.warn({ fileId }, 'a file cannot be shown and is rejected')
    return rejectFile(tx, fileId, kind === 'pdf' ? 'pdf-damaged' : 'image-damaged')
  })
}

const previews: Record<MediaKind, (file: FileRow, limits: PaintLimits) => Promise<Preview>> = {
  pdf: previewPdf,
  jpeg: previewPicture,
  png: previewPicture,
  xlsx: nothingToShow,
  csv: nothingToShow,
}

async function previewPdf(file: FileRow, limits: PaintLimits): Promise<Preview> {
  const pages: Page[] = []
  const { total, end } = await paintPages(
    await openFileStream(file.storageKey),
    async ({ page, width, height, pixels }) => {
      const webp = await sharp(pixels, { raw: { width, height, channels: 4 } })
        .removeAlpha()
        .webp(WEBP)
        .toBuffer()
      pages.push(await keepPage(file.id, { page, width, height, webp }))
    },
    limits,
  )
  if (end !== 'complete') log.warn({ fileId: file.id, end, painted: pages.length }, 'pages missing')
  return pages.length === 0 ? 'unreadable' : { pages, pageCount: total }
}

/** Upright by its EXIF note, which goes with all other metadata: position, device, time. */
async function previewPicture(file: FileRow): Promise<Preview> {
  try {
    const { data: webp, info } = await sharp(await readFileBytes(file.storageKey), {
      failOn: 'truncated',
    })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({
        width: PICTURE_SIDE,
        height: PICTURE_SIDE,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .webp(WEBP)
      .toBuffer({ resolveWithObject: true })
    const { width, height } = info
    return { pages: [await keepPage(file.id, { page: 1, width, height, webp })], pageCount: 1 }
  } catch (error) {
    log.warn({ fileId: file.id, err: error }, 'a picture cannot be shown')
    return 'unreadable'
  }
}

/** Tables have no pages; they are downloaded. */
async function nothingToShow(): Promise<Preview> {
  return { pages: [], pageCount: 0 }
}

async function keepPage(
  fileId: string,
  { page, width, height, webp }: { page: number; width: number; height: number; webp: Buffer },
): Promise<Page> {
  const storageKey = pageKeyOf(fileId, page)
  await writeOnce(storageKey, webp)
  return { page, storageKey, width, height }
}
