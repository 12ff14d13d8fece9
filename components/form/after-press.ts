let pressed = false
let waiting: (() => void)[] = []
let listening = false

/**
 * Does the work when no pointer is down. A box that is left by pressing a button must not move that
 * button away from under the finger by showing a message above it: the press would be lost.
 */
export function afterPress(work: () => void): void {
  listen()
  if (pressed) waiting.push(work)
  else work()
}

/** Called once a page with boxes is there, so that the first press is seen, too. */
export function listen(): void {
  if (listening || typeof document === 'undefined') return
  listening = true
  document.addEventListener(
    'pointerdown',
    () => {
      pressed = true
    },
    true,
  )
  for (const end of ['pointerup', 'pointercancel'] as const) {
    // The click comes right behind; what was waiting comes after it.
    document.addEventListener(end, () => setTimeout(release, 0), true)
  }
}

function release(): void {
  pressed = false
  const work = waiting
  waiting = []
  for (const one of work) one()
}
