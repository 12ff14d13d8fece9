import type { RequestListener } from 'node:http'
import { type Exchange, json, type Routes, readText, serveRoutes } from '../http'
import { styleSheet } from '../page'
import { type RegisterFaults, registerRoutes } from '../registers/routes'
import type { SandboxSettings } from '../settings'
import { currentCodes, secondsLeft } from './codes'
import type { Mail, Mailbox, MailFaults } from './mailbox'
import {
  codeIn,
  codesPage,
  indexPage,
  mailHtml,
  mailListPage,
  mailPage,
  textListPage,
} from './pages'
import type { TextInbox } from './texts'

export type HubFaults = MailFaults & RegisterFaults & { textsDown: boolean }

type Parts = { settings: SandboxSettings; mailbox: Mailbox; texts: TextInbox; faults: HubFaults }

/** The index of the neighbours, the mailbox, the text messages, the one-time codes and the registers. */
export function hubServer(parts: Parts): RequestListener {
  const { settings } = parts
  return serveRoutes({
    'GET /': () => indexPage(settings.places),
    'GET /health': () => json({ ready: true }),
    'GET /style.css': styleSheet,
    'GET /codes': () => {
      const now = new Date()
      const codes = currentCodes(settings.DATA_DIR, now)
      const { messages } = parts.texts
      return codesPage(settings.places, { codes, messages, seconds: secondsLeft(now) })
    },
    'GET /api/codes': () => json(currentCodes(settings.DATA_DIR, new Date())),
    'POST /api/faults': async ({ request }) => {
      Object.assign(parts.faults, JSON.parse(await readText(request)))
      return json(parts.faults)
    },
    ...mailRoutes(parts),
    ...textRoutes(parts),
    ...registerRoutes(settings, parts.faults),
  })
}

function mailRoutes({ settings, mailbox }: Parts): Routes {
  const find = ({ params }: Exchange) => mailbox.mails.find((mail) => mail.id === params['id'])
  const missing = { status: 404, type: 'text/plain; charset=utf-8', body: 'Không có thư này' }
  return {
    'GET /mail': () => mailListPage(settings.places, mailbox.mails),
    'GET /mail/:id': (exchange) => {
      const mail = find(exchange)
      return mail ? mailPage(settings.places, mail) : missing
    },
    'GET /mail/:id/html': (exchange) => {
      const mail = find(exchange)
      return mail ? mailHtml(mail) : missing
    },
    'GET /mail/:id/attachments/:at': (exchange) => {
      const part = find(exchange)?.attachments[Number(exchange.params['at'])]
      if (!part) return missing
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(part.name)}`
      return {
        type: part.mediaType,
        body: part.content,
        headers: { 'content-disposition': disposition },
      }
    },
    'GET /api/messages': ({ url }) => {
      const to = url.searchParams.get('to')
      return json(mailbox.mails.filter((mail) => !to || mail.to.includes(to)).map(withoutContent))
    },
    'DELETE /api/messages': () => {
      mailbox.mails.length = 0
      return json([])
    },
  }
}

function withoutContent(mail: Mail) {
  return { ...mail, attachments: mail.attachments.map(({ content: _content, ...part }) => part) }
}

function textRoutes({ settings, texts, faults }: Parts): Routes {
  return {
    'POST /sms': async ({ request }) => {
      const body: unknown = JSON.parse(await readText(request))
      if (faults.textsDown) return json({ error: 'maintenance' }, 503)
      const message = texts.receive(body)
      return message ? json({ id: message.id }, 202) : json({ error: 'needs to and text' }, 400)
    },
    'GET /texts': () => textListPage(settings.places, texts.messages),
    'GET /api/texts': ({ url }) => {
      const to = url.searchParams.get('to')
      const found = texts.messages.filter((message) => !to || message.to === to)
      return json(found.map((message) => ({ ...message, code: codeIn(message.text) ?? null })))
    },
    'DELETE /api/texts': () => {
      texts.messages.length = 0
      return json([])
    },
  }
}
