import { accessibility as enAccessibility } from './en/accessibility'
import { assignment as enAssignment } from './en/assignment'
import { calendars as enCalendars } from './en/calendars'
import { deadlines as enDeadlines } from './en/deadlines'
import { delegations as enDelegations } from './en/delegations'
import { digitise as enDigitise } from './en/digitise'
import { dossier as enDossier } from './en/dossier'
import { draft as enDraft } from './en/draft'
import { errors as enErrors } from './en/errors'
import { form as enForm } from './en/form'
import { help as enHelp } from './en/help'
import { home as enHome } from './en/home'
import { inspection as enInspection } from './en/inspection'
import { layout as enLayout } from './en/layout'
import { letters as enLetters } from './en/letters'
import { my as enMy } from './en/my'
import { notices as enNotices } from './en/notices'
import { office as enOffice } from './en/office'
import { officeInbox as enOfficeInbox } from './en/office-inbox'
import { opinion as enOpinion } from './en/opinion'
import { outcomes as enOutcomes } from './en/outcomes'
import { preparation as enPreparation } from './en/preparation'
import { privacy as enPrivacy } from './en/privacy'
import { procedures as enProcedures } from './en/procedures'
import { process as enProcess } from './en/process'
import { refusals as enRefusals } from './en/refusals'
import { register as enRegister } from './en/register'
import { registers as enRegisters } from './en/registers'
import { signIn as enSignIn } from './en/sign-in'
import { store as enStore } from './en/store'
import { supplement as enSupplement } from './en/supplement'
import { track as enTrack } from './en/track'
import { ui as enUi } from './en/ui'
import { uploads as enUploads } from './en/uploads'
import { verify as enVerify } from './en/verify'
import { workspace as enWorkspace } from './en/workspace'
import type { Locale } from './locale'
import type { MessagesOf } from './messages-of'
import { accessibility } from './vi/accessibility'
import { assignment } from './vi/assignment'
import { calendars } from './vi/calendars'
import { deadlines } from './vi/deadlines'
import { delegations } from './vi/delegations'
import { digitise } from './vi/digitise'
import { dossier } from './vi/dossier'
import { draft } from './vi/draft'
import { errors } from './vi/errors'
import { form } from './vi/form'
import { help } from './vi/help'
import { home } from './vi/home'
import { inspection } from './vi/inspection'
import { layout } from './vi/layout'
import { letters } from './vi/letters'
import { my } from './vi/my'
import { notices } from './vi/notices'
import { office } from './vi/office'
import { officeInbox } from './vi/office-inbox'
import { opinion } from './vi/opinion'
import { outcomes } from './vi/outcomes'
import { preparation } from './vi/preparation'
import { privacy } from './vi/privacy'
import { procedures } from './vi/procedures'
import { process } from './vi/process'
import { refusals } from './vi/refusals'
import { register } from './vi/register'
import { registers } from './vi/registers'
import { signIn } from './vi/sign-in'
import { store } from './vi/store'
import { supplement } from './vi/supplement'
import { track } from './vi/track'
import { ui } from './vi/ui'
import { uploads } from './vi/uploads'
import { verify } from './vi/verify'
import { workspace } from './vi/workspace'

// One line per namespace in each of the two lists; a namespace missing in one fails the type check.
const vi = {
  deadlines,
  store,
  supplement,
  inspection,
  opinion,
  draft,
  form,
  letters,
  my,
  notices,
  refusals,
  office,
  officeInbox,
  calendars,
  outcomes,
  register,
  digitise,
  dossier,
  assignment,
  delegations,
  process,
  accessibility,
  errors,
  help,
  home,
  layout,
  preparation,
  privacy,
  procedures,
  registers,
  signIn,
  track,
  ui,
  uploads,
  verify,
  workspace,
}

const en: MessagesOf<typeof vi> = {
  deadlines: enDeadlines,
  store: enStore,
  supplement: enSupplement,
  inspection: enInspection,
  opinion: enOpinion,
  draft: enDraft,
  form: enForm,
  letters: enLetters,
  my: enMy,
  notices: enNotices,
  refusals: enRefusals,
  office: enOffice,
  officeInbox: enOfficeInbox,
  calendars: enCalendars,
  outcomes: enOutcomes,
  register: enRegister,
  digitise: enDigitise,
  dossier: enDossier,
  assignment: enAssignment,
  delegations: enDelegations,
  process: enProcess,
  accessibility: enAccessibility,
  errors: enErrors,
  help: enHelp,
  home: enHome,
  layout: enLayout,
  preparation: enPreparation,
  privacy: enPrivacy,
  procedures: enProcedures,
  registers: enRegisters,
  signIn: enSignIn,
  track: enTrack,
  ui: enUi,
  uploads: enUploads,
  verify: enVerify,
  workspace: enWorkspace,
}

/** The Vietnamese catalogue, from which keys and arguments are typed. */
export type Catalog = typeof vi

export type Namespace = keyof Catalog

export const catalogs = { vi, en } satisfies Record<Locale, MessagesOf<Catalog>>
