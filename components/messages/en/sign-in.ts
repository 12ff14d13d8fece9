import type { MessagesOf } from '../messages-of'
import type { signIn as source } from '../vi/sign-in'

export const signIn = {
  title: 'Sign in',
  lead: 'Use your electronic identity. There is no separate account to create here.',
  eidAction: 'Sign in with electronic identity',
  eidNote:
    'We receive your name, date of birth, personal number, contact details and the organisations you represent, to fill in your dossiers. Filing a dossier needs a level 2 account.',
  officerQuestion: 'Are you an officer?',
  officerLink: 'Sign-in for officers',
  officerTitle: 'Sign-in for officers',
  officerLead:
    'Use your electronic identity, or a password with the code of your authenticator app.',
  applicantLink: 'Sign-in for people and businesses',
  passwordTitle: 'With password and authenticator code',
  email: 'Work e-mail address',
  password: 'Password',
  code: 'Authenticator code',
  codeHint: 'The six digits your authenticator app shows now. Each code works only once.',
  passwordAction: 'Sign in',
  problemTitle: 'You are not signed in yet',
  fillEmail: 'Enter your work e-mail address.',
  fillPassword: 'Enter your password.',
  fillCode: 'Enter the code of six digits.',
  wrong:
    'The e-mail address, the password or the code is not right. If you just used this code, wait for the next one.',
  tooMany: 'Too many tries. Try again in a few minutes, or use your electronic identity.',
  passwordOff: 'Signing in by password is switched off. Use your electronic identity.',
  cancelledTitle: 'You cancelled signing in',
  cancelledBody: 'Nothing has changed. You can sign in at any time.',
  failedTitle: 'Signing in with electronic identity did not work',
  failedBody:
    'This attempt took too long or was interrupted. Please sign in again; what you saved is still there.',
  unreachableTitle: 'The electronic identity service does not answer',
  unreachableBody: 'This is not your fault. Please try again in a few minutes.',
  endedTitle: 'Your session has ended',
  endedBody:
    'To protect your data, a session ends after 15 minutes without activity. What you saved is still there; sign in again to go on where you were.',
  chooseTitle: 'For whom are you acting?',
  chooseLead:
    'Your choice is always shown at the top of the page, and you can change it at any time.',
  chooseSelf: 'Myself',
  chooseSelfHint: 'Your personal dossiers',
  chooseOrganisationHint: 'You represent it · tax code {taxCode}',
  chooseMember: '{name} – {role}',
  chooseMemberHint: 'The organisation gave you work · tax code {taxCode}',
  memberRoles: {
    preparer: 'preparer',
    professional: 'professional in charge',
    accountant: 'accountant',
    consultant: 'authorised consultant',
  },
  chooseCurrent: 'current choice',
  chooseOrganisations: 'Organisations and household businesses',
  chooseLent: 'In place of {name}, {position} ({capacity}) to the end of {until}',
  choosePosts: 'Posts',
  chooseNoPost:
    'The page you want is for officers, but this account holds no post that is in force now.',
  chooseNotHeld: 'You no longer hold the capacity you chose. Choose again from the list below.',
  chooseNone:
    'This account holds no post that is in force now. Contact the administrator of your agency.',
  signOutTitle: 'Sign out?',
  signOutLead: 'Drafts and dossiers that you saved will be there next time.',
  signOutAction: 'Sign out',
  stay: 'Stay',
  signedOutTitle: 'You are signed out',
  signedOutLead: 'The session has ended on the server. On a shared computer, close the browser.',
  signInAgain: 'Sign in again',
} as const satisfies MessagesOf<typeof source>
