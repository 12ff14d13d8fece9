import { splitPath } from '@/lib/procedures/answer-path'

/** The id of the control of an answer: `practitioners[0].full_name` → `f-practitioners-0-full_name`. */
export function controlId(path: string): string {
  return `f-${splitPath(path).join('-')}`
}

/** The same place as react-hook-form writes it: `practitioners.0.full_name`. */
export function dotPath(path: string): string {
  return splitPath(path).join('.')
}

/** The paths above a path, nearest first: `a[0].b` → `a[0]`, `a`. */
export function pathsAbove(path: string): string[] {
  const parts = splitPath(path)
  return parts.slice(1).map((_part, i) => joinPath(parts.slice(0, parts.length - 1 - i)))
}

/** ['practitioners', 0, 'full_name'] → "practitioners[0].full_name". */
export function joinPath(parts: readonly (string | number)[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${part}]`
    return path === '' ? part : `${path}.${part}`
  }, '')
}
