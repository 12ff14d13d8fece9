import type { MediaKind } from '@/lib/files/media-kinds'

/** Content that does something when a PDF is opened, or that its pages do not show. */
export type ActiveContent = 'javascript' | 'launch' | 'xfa' | 'attachment'

type Why =
  | { code: 'empty' }
  | { code: 'too-large'; limitMb: number }
  | { code: 'incomplete' }
  | { code: 'too-slow' }
  | { code: 'type-not-allowed'; accept: MediaKind[] }
  | { code: 'name-contradicts-content' }
  | { code: 'two-formats' }
  | { code: 'pdf-damaged' }
  | { code: 'pdf-encrypted' }
  | { code: 'pdf-active-content'; content: ActiveContent }
  | { code: 'image-damaged' }
  | { code: 'image-too-large'; limitMegapixels: number }
  | { code: 'spreadsheet-damaged' }
  | { code: 'spreadsheet-macros' }

/** What is wrong with the bytes of a file, the file not yet named. */
export type ContentRefusal = Why

/** Why one file was not taken; `name` is the cleaned name that may be shown. */
export type UploadRefusal = Why & { name: string }
export type UploadRefusalCode = UploadRefusal['code']
