import type { MediaKind } from '@/lib/files/media-kinds'

/** Kinds of which a page can be turned. */
export const TURNABLE: readonly MediaKind[] = ['pdf', 'jpeg', 'png']

/** A changed PDF has no signatures left that hold: one that carries any is not turned. */
export function isSignedPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/ByteRange')
}
