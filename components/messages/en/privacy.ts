import type { MessagesOf } from '../messages-of'
import type { privacy as source } from '../vi/privacy'

export const privacy = {
  title: 'Privacy',
  lead: 'We keep only what the law requires to decide on your dossier.',
  keepTitle: 'What we keep',
  keepBody:
    'What you declare, the papers you upload, the history of the dossier and the messages about it. Personal identity numbers are encrypted at rest and shown only to those whose task it is.',
  whyTitle: 'What for',
  whyBody:
    'To carry out the procedure you asked for, to tell you how it goes, and to publish licences as the law requires. For nothing else; no sale, no advertising.',
  whoTitle: 'Who sees it',
  whoBody:
    'You, those you authorise and the officers on the dossier; the right is checked at each view. Tracking without sign-in shows only the code and the degree of completion.',
  checkTitle: 'Comparing with the databases of the State',
  checkBody:
    'Before you file, and when an officer looks at the dossier, what was declared is compared with the register of enterprises and the population database. The population database only answers whether it agrees. Where something differs you are asked, not refused; every comparison by an officer is noted for you to see.',
  cookieTitle: 'Cookies',
  cookieBody:
    'Only to keep you signed in, to keep your language and to keep the result of a licence check for a few minutes. No tracking cookies, nothing loaded from third parties.',
  rightsTitle: 'Your rights',
  rightsBody:
    'You may see your data, ask to have it corrected and complain about its use under the law on the protection of personal data. Write to the agency that handles your dossier, named on each dossier.',
  longTitle: 'For how long',
  longBody: 'Dossiers and results are kept for the periods set by the law on archives.',
} as const satisfies MessagesOf<typeof source>
