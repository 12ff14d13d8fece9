import { accessibility as enAccessibility } from './en/accessibility'
import { errors as enErrors } from './en/errors'
import { home as enHome } from './en/home'
import { layout as enLayout } from './en/layout'
import { privacy as enPrivacy } from './en/privacy'
import { procedures as enProcedures } from './en/procedures'
import { track as enTrack } from './en/track'
import { ui as enUi } from './en/ui'
import { verify as enVerify } from './en/verify'
import type { Locale } from './locale'
import type { MessagesOf } from './messages-of'
import { accessibility } from './vi/accessibility'
import { errors } from './vi/errors'
import { home } from './vi/home'
import { layout } from './vi/layout'
import { privacy } from './vi/privacy'
import { procedures } from './vi/procedures'
import { track } from './vi/track'
import { ui } from './vi/ui'
import { verify } from './vi/verify'

// One line per namespace in each of the two lists; a namespace missing in one fails the type check.
const vi = {
  accessibility,
  errors,
  home,
  layout,
  privacy,
  procedures,
  track,
  ui,
  verify,
}

const en: MessagesOf<typeof vi> = {
  accessibility: enAccessibility,
  errors: enErrors,
  home: enHome,
  layout: enLayout,
  privacy: enPrivacy,
  procedures: enProcedures,
  track: enTrack,
  ui: enUi,
  verify: enVerify,
}

/** The Vietnamese catalogue, from which keys and arguments are typed. */
export type Catalog = typeof vi

export type Namespace = keyof Catalog

export const catalogs = { vi, en } satisfies Record<Locale, MessagesOf<Catalog>>
