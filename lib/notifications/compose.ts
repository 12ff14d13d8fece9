import type { MailFoot } from './mail-foot'
import { MESSAGES, type MessageKind } from './messages/catalog'
import { FRAMES, statusRows } from './messages/frame'
import { type Locale, type MessageText, type Params, statusParams } from './messages/message'

/** A message as it is stored: what kind, in which language, about what. */
export type StoredMessage = { kind: MessageKind; locale: Locale; params: Params }

/** Where the portal is, and whether it is only a demonstration. */
export type Portal = { origin: string; demo: boolean }

export type ComposedMail = { subject: string; text: string; html: string }

/**
 * A letter as text and as simple HTML that needs no styles. The same row always gives the same letter,
 * so that a retry is the same message.
 * @throws when the stored parameters do not fit the kind
 */
export function composeMail(
  stored: StoredMessage,
  portal: Portal,
  foot: MailFoot | null = null,
): ComposedMail {
  const letter = letterOf(stored, portal, foot)
  return { subject: letter.subject, text: asText(letter), html: asHtml(letter, stored.locale) }
}

/** The line for the inbox of the portal, in the language the reader uses now. */
export function composeInboxLine(stored: StoredMessage): string {
  return wordsOf(stored).inbox
}

/** A text message: the agency, what happened, nothing to click; without diacritics to stay short. */
export function composeSms(stored: StoredMessage, portal: Portal): string {
  const { agencyVi, agencyEn } = statusParams.loose().parse(stored.params)
  const agency = stored.locale === 'vi' ? agencyVi : agencyEn
  const tag = portal.demo ? `${FRAMES[stored.locale].demoTag} ` : ''
  return withoutDiacritics(`${tag}${agency}: ${wordsOf(stored).sms}`)
}

type Letter = Omit<MessageText, 'inbox' | 'sms'> & {
  demoLine: string
  greeting: string
  nextTitle: string
  statusTitle: string
  status: [string, string][]
  link: string
  address: string
  signature: string
  automatic: string
  /** Where its kind is switched off: words and address. */
  choices: [string, string][]
}

function wordsOf({ kind, locale, params }: StoredMessage): MessageText {
  return MESSAGES[kind].words(params, locale)
}

function letterOf(stored: StoredMessage, portal: Portal, foot: MailFoot | null): Letter {
  const frame = FRAMES[stored.locale]
  const { subject, paragraphs, next } = wordsOf(stored)
  const status = statusParams.loose().parse(stored.params)
  return {
    subject: portal.demo ? `${frame.demoTag} ${subject}` : subject,
    demoLine: portal.demo ? frame.demoLine : '',
    greeting: frame.greeting(status),
    paragraphs,
    nextTitle: frame.nextTitle,
    next,
    statusTitle: frame.statusTitle,
    status: statusRows(status, stored.locale),
    link: frame.link,
    address: `${portal.origin}/${stored.kind === 'officer-duty' ? 'office' : 'my'}/dossiers/${status.dossierId}`,
    signature: frame.signature(status),
    automatic: frame.automatic,
    choices: choicesOf(foot, frame),
  }
}

function choicesOf(foot: MailFoot | null, frame: (typeof FRAMES)[Locale]): [string, string][] {
  if (!foot) return []
  const { preferences, unsubscribe } = foot
  const leaving: [string, string][] = unsubscribe ? [[frame.unsubscribe, unsubscribe.page]] : []
  return [[frame.preferences, preferences], ...leaving]
}

function asText(letter: Letter): string {
  const blocks = [
    letter.demoLine,
    letter.greeting,
    ...letter.paragraphs,
    [`${letter.nextTitle}:`, ...letter.next.map((line) => `- ${line}`)].join('\n'),
    [
      `${letter.statusTitle}:`,
      ...letter.status.map(([label, value]) => `- ${label}: ${value}`),
    ].join('\n'),
    `${letter.link}: ${letter.address}`,
    letter.signature,
    ['-- ', letter.automatic, ...letter.choices.map(([say, to]) => `${say}: ${to}`)].join('\n'),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function asHtml(letter: Letter, locale: Locale): string {
  const rows = letter.status.map(
    ([label, value]) =>
      `<tr><th scope="row" align="left">${safe(label)}</th><td>${safe(value)}</td></tr>`,
  )
  const parts = [
    letter.demoLine && `<p><strong>${safe(letter.demoLine)}</strong></p>`,
    `<h1>${safe(letter.subject)}</h1>`,
    ...[letter.greeting, ...letter.paragraphs].map((text) => `<p>${safe(text)}</p>`),
    `<h2>${safe(letter.nextTitle)}</h2>`,
    `<ul>${letter.next.map((line) => `<li>${safe(line)}</li>`).join('')}</ul>`,
    `<h2>${safe(letter.statusTitle)}</h2>`,
    `<table>${rows.join('')}</table>`,
    `<p>${safe(letter.link)}: <a href="${safe(letter.address)}">${safe(letter.address)}</a></p>`,
    `<p>${safe(letter.signature)}</p>`,
    `<p><small>${safe(letter.automatic)}</small></p>`,
    ...letter.choices.map(
      ([say, to]) => `<p><small>${safe(say)}: <a href="${safe(to)}">${safe(to)}</a></small></p>`,
    ),
  ]
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${safe(letter.subject)}</title></head><body>`,
    ...parts.filter(Boolean),
    '</body></html>',
  ].join('\n')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function safe(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

/** Vietnamese in the plain letters of a text message, which then takes half the room. */
export function withoutDiacritics(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  return plain.replace(/[“”]/g, '"').replace(/’/g, "'")
}
