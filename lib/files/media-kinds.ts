import type { FileKind } from '@/lib/procedures/shape/paper'

/** What a paper may be uploaded as; the names are those that procedures use in `accept`. */
export type MediaKind = FileKind

type Media = { mediaType: string; extensions: readonly [string, ...string[]] }

/** Per kind its media type and the extensions it goes by, the usual one first. */
export const mediaKinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  csv: { mediaType: 'text/csv', extensions: ['csv'] },
} as const satisfies Record<MediaKind, Media>

/** The kind that a stored media type stands for. */
export function findMediaKind(mediaType: string): MediaKind | undefined {
  return kindNames.find((kind) => mediaKinds[kind].mediaType === mediaType)
}

/** The kind that a file extension (without its dot, any case) promises. */
export function findKindByExtension(extension: string): MediaKind | undefined {
  const wanted = extension.toLowerCase()
  return kindNames.find((kind) => mediaKinds[kind].extensions.some((known) => known === wanted))
}

const kindNames: readonly MediaKind[] = ['pdf', 'jpeg', 'png', 'xlsx', 'csv']
