import { type MediaKind, mediaKinds } from '@/lib/files/media-kinds'

const MAX_CHARACTERS = 150
const FALLBACK = 'giay-to'

// Escapes, bidirectional and zero-width marks, private and half characters, line separators.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu
const PATH_SEPARATOR = /[\\/]|%2f|%5c/i
const UNSAFE_IN_FILE_SYSTEMS = /[<>:"|?*]/g
const DEVICE_OF_WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Extensions that an operating system or a browser runs. */
const PROGRAMS = new Set(
  (
    'ade adp apk app appx bat bin chm cmd com cpl dll dmg docm exe hta htm html inf ins iso jar js ' +
    'jse lnk mht mhtml msc msi msp php pif pl pptm ps1 py reg scr sct sh shtml svg svgz swf sys ' +
    'url vb vbe vbs wsf wsh xht xhtml xlsm xml xsl'
  ).split(' '),
)

/**
 * A name that may be shown, stored and sent back: composed (NFC), without path, control,
 * bidirectional and zero-width characters, and at most 150 characters, its extension kept. It is a
 * label only: no path is ever made of it.
 */
export function cleanFileName(declared: string): string {
  const last = declared.normalize('NFC').split(PATH_SEPARATOR).at(-1) ?? ''
  const plain = last
    .replace(INVISIBLE, '')
    .replace(UNSAFE_IN_FILE_SYSTEMS, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+|[\s.]+$/g, '')
  const safe = DEVICE_OF_WINDOWS.test(plain) ? `_${plain}` : plain
  return shorten(safe === '' ? FALLBACK : safe)
}

/** The extension in lower case without its dot; empty when there is none ("so 12.2024" has none). */
export function extensionOf(name: string): string {
  return /\.([a-z][a-z0-9]{0,7})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Whether a name hides a program before its last extension, as in "giay-phep.exe.pdf". */
export function namesProgram(name: string): boolean {
  return name
    .toLowerCase()
    .split('.')
    .slice(1)
    .some((part) => PROGRAMS.has(part.trim()))
}

/** The name with the usual extension of its kind, for names that came without one. */
export function withExtension(name: string, kind: MediaKind): string {
  return extensionOf(name) === '' ? shorten(`${name}.${mediaKinds[kind].extensions[0]}`) : name
}

/**
 * The value of Content-Disposition for a download (RFC 6266, RFC 8187): a plain ASCII name for old
 * clients and the real one for all others.
 */
export function attachmentHeader(name: string): string {
  const clean = cleanFileName(name)
  return `attachment; filename="${asciiName(clean)}"; filename*=UTF-8''${encodeExtended(clean)}`
}

function asciiName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]|["\\%;]/gu, '_')
}

/** RFC 8187 allows fewer characters than encodeURIComponent leaves as they are. */
function encodeExtended(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function shorten(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= MAX_CHARACTERS) return name
  const extension = extensionOf(name)
  const tail = extension === '' ? '' : `.${extension}`
  return (
    characters
      .slice(0, MAX_CHARACTERS - tail.length)
      .join('')
      .trimEnd() + tail
  )
}
