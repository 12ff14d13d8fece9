const LONGEST = 2000
const ORIGIN = 'http://portal.invalid'

/**
 * A path of this portal out of whatever a link asks to come back to; undefined when it leads anywhere
 * else. Browsers read a backslash as a slash and drop tabs and line breaks, so neither may stand in it.
 */
export function findSafePath(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST) return undefined
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (!value.startsWith('/') || /[\\\u0000-\u001f\u007f]/.test(value)) return undefined
  if (!URL.canParse(value, ORIGIN)) return undefined
  const { origin, pathname, search, hash } = new URL(value, ORIGIN)
  if (origin !== ORIGIN || pathname.startsWith('//') || pathname.startsWith('/api/'))
    return undefined
  return pathname + search + hash
}

/** The address with the way back in its query. */
export function withReturn(path: string, returnTo: string | undefined): string {
  return returnTo ? `${path}?${new URLSearchParams({ callbackUrl: returnTo })}` : path
}

/** Whether a path belongs to the officers. */
export function isOfficePath(path: string | undefined): boolean {
  return path !== undefined && /^\/(office|admin)(?=[/?#]|$)/.test(path)
}
