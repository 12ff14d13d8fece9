const EVENT = 'portal:contact'
const KEY = 'portal:last-contact'

/** Notes that the server has just heard from this person, for every open tab. */
export function noteContact(): void {
  const now = Date.now()
  try {
    localStorage.setItem(KEY, String(now))
  } catch {
    // Without storage each tab counts on its own.
  }
  window.dispatchEvent(new Event(EVENT))
}

/** When the server last heard from this person in any tab, in milliseconds. */
export function lastContact(since: number): number {
  try {
    return Math.max(since, Number(localStorage.getItem(KEY) ?? 0))
  } catch {
    return since
  }
}

/** Calls back on each contact, of this tab and of the others. */
export function onContact(listen: () => void): () => void {
  const fromOthers = (event: StorageEvent) => event.key === KEY && listen()
  window.addEventListener(EVENT, listen)
  window.addEventListener('storage', fromOthers)
  return () => {
    window.removeEventListener(EVENT, listen)
    window.removeEventListener('storage', fromOthers)
  }
}
