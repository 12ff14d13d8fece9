import type { MessagesOf } from '../messages-of'
import type { uploads as source } from '../vi/uploads'

export const uploads = {
  'signed-out': 'Your session has ended. Please sign in again; the files uploaded so far are kept.',
  'foreign-page':
    'The request did not come from a page of this portal. Reload the page and try again.',
  'not-found': 'This draft or file was not found.',
  'slot-not-found': 'This component of the dossier takes no uploads.',
  'closed-item': 'This paper is not on the list of what to supply, so it cannot be replaced.',
  'already-submitted': 'The dossier is filed; files can no longer be added or taken out.',
  'draft-closed':
    'The dossier was filed while “{name}” was on its way, so this file was not taken.',
  'too-many-files':
    '“{name}” was not taken: at most {limit} files here. Take some out or join them into one PDF.',
  'quota-exceeded':
    '“{name}” was not taken: your drafts already use all of their {limitMb} MB. Take out what you no longer need.',
  'too-large':
    '“{name}” is larger than {limitMb} MB. Scan at 200 dpi or split it into several files.',
  'too-slow':
    'The connection was too slow for “{name}”. Try again; nothing else has to be entered again.',
  incomplete: '“{name}” did not arrive whole. Please try again.',
  empty: '“{name}” is empty. Please check the file on your device.',
  'type-not-allowed':
    '“{name}” is not of the right type. Only these are taken here: {kinds}. Renaming a file does not change its type.',
  'name-contradicts-content':
    'The name “{name}” does not fit what the file is. Give it the right extension and upload it again.',
  'two-formats':
    '“{name}” carries other data with it. Open it, print or save it as a new PDF and upload that.',
  'pdf-damaged':
    '“{name}” is damaged or incomplete. Open it, save it as PDF again and upload that.',
  'pdf-encrypted':
    '“{name}” is protected by a password or encryption. Remove it so that officers can read the file.',
  'pdf-active-content':
    '“{name}” contains {content, select, javascript {a script} launch {a command to start a program} xfa {a dynamic XFA form} attachment {attached files} other {active content}}. Print it to a new PDF and upload that.',
  'image-damaged': 'The picture “{name}” cannot be read. Take or save it again.',
  'image-too-large':
    'The picture “{name}” is too large (over {limitMegapixels} million pixels). Please make it smaller.',
  'spreadsheet-damaged':
    'The workbook “{name}” cannot be read. Open it and save it as .xlsx again.',
  'spreadsheet-macros':
    'The workbook “{name}” has macros or links to other files. Save it as .xlsx without macros.',
  'not-turnable': '“{name}” cannot be turned: it is still being checked, or has no such page.',
  'turn-failed': '“{name}” was not turned: the connection was lost. Please try again.',
  'signed-pdf':
    '“{name}” carries a digital signature, which turning a page would void. The file stays as it is.',
  virus:
    '“{name}” did not pass the security check and was deleted. Scan your device for viruses and use another file.',
  checking: 'Security check running…',
  clean: 'Checked',
  rejected: 'Not taken',
} as const satisfies MessagesOf<typeof source>
