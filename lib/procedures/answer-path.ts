/** "practitioners[0].full_name" → ['practitioners', 0, 'full_name']. */
export function splitPath(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  )
}

/** The field that a path begins with. */
export function fieldOfPath(path: string): string {
  return String(splitPath(path)[0] ?? '')
}
