import type { Procedure } from '@/lib/procedures/procedure'

type Item = Record<string, unknown> & { key: string }
export type Spoil = (json: Procedure) => unknown

export function at<Thing extends { key: string }>(things: Thing[], key: string): Thing {
  const found = things.find((thing) => thing.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}

export function field(json: Procedure, key: string): Item {
  return at(
    json.sections.flatMap(({ fields }) => fields),
    key,
  ) as unknown as Item
}

export const put = (thing: object, values: object) => Object.assign(thing, values)
export const drop = (thing: object, key: string) => Reflect.deleteProperty(thing, key)

/** What is wrong, how it is planted, the rule and the place that must answer. */
export type PlantedFault = [string, Spoil, string]
