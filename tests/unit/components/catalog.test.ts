import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { catalogs, type Namespace } from '@/components/messages/catalog'
import { type Locale, locales } from '@/components/messages/locale'

type Messages = { readonly [key: string]: string | Messages }

function flatten(messages: Messages, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flatten(value, `${path}${key}.`),
  )
}

/** Names that stand where an argument may stand; words of a branch among them do no harm here. */
function argumentsOf(message: string): Record<string, string | number> {
  const names = [...message.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map((match) => match[1] ?? '')
  return Object.fromEntries(names.map((name) => [name, name === 'effect' ? 'restart' : 2]))
}

/** What goes wrong when a message is put into words with the arguments of the other language. */
function complaints(locale: Locale, message: string, other: string): string[] {
  const heard: string[] = []
  const say = createTranslator({
    locale,
    messages: { message },
    onError: (error) => heard.push(`${locale} ${error.message}`),
  })
  say('message', argumentsOf(other) as never)
  return heard
}

const namespaces = Object.keys(catalogs.vi) as Namespace[]
const messages = namespaces.flatMap((namespace) =>
  flatten(catalogs.vi[namespace]).map(([key, vi]) => ({ namespace, key, vi })),
)

function english(namespace: Namespace, key: string): string | undefined {
  return new Map(flatten(catalogs.en[namespace])).get(key)
}

describe('the two languages of the catalogue', () => {
  it('have the same namespaces', () => {
    expect(Object.keys(catalogs.en).sort()).toEqual([...namespaces].sort())
  })

  it.each(namespaces)('say the same things in %s', (namespace) => {
    const keys = (locale: 'vi' | 'en') => flatten(catalogs[locale][namespace]).map(([key]) => key)
    expect(keys('en').sort()).toEqual(keys('vi').sort())
  })

  it('have no dot in a name: a dot leads one level down, and the words would never be found', () => {
    const names = (messages: Messages): string[] =>
      Object.entries(messages).flatMap(([key, value]) =>
        typeof value === 'string' ? [key] : [key, ...names(value)],
      )
    const dotted = namespaces.flatMap((namespace) => names(catalogs.vi[namespace]))
    expect(dotted.filter((name) => name.includes('.'))).toEqual([])
  })

  it('leave no message empty', () => {
    const empty = locales.flatMap((locale) =>
      namespaces.flatMap((namespace) =>
        flatten(catalogs[locale][namespace])
          .filter(([, text]) => text.trim() === '')
          .map(([key]) => `${locale} ${namespace}.${key}`),
      ),
    )
    expect(empty).toEqual([])
  })

  it('are written in ICU syntax, and take the same arguments', () => {
    const broken = messages.flatMap(({ namespace, key, vi }) => {
      const en = english(namespace, key) ?? ''
      return [...complaints('vi', vi, en), ...complaints('en', en, vi)].map(
        (complaint) => `${namespace}.${key}: ${complaint}`,
      )
    })
    expect(broken).toEqual([])
  })

  it('write Vietnamese in composed letters, as fonts and searches expect', () => {
    const decomposed = messages.filter(({ vi }) => vi !== vi.normalize('NFC'))
    expect(decomposed).toEqual([])
  })
})
