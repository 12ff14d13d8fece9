import type { MessagesOf } from '../messages-of'
import type { accessibility as source } from '../vi/accessibility'

export const accessibility = {
  title: 'Accessibility',
  lead: 'This site is for everyone, with a keyboard, a screen reader or a small phone.',
  canTitle: 'You can',
  canKeyboard: 'do everything with the keyboard alone; where you are always has a yellow edge',
  canZoom: 'enlarge to 400 % without scrolling sideways',
  canScreenReader: 'hear all content with a screen reader, with clear headings and labels',
  canNoScript: 'read, fill in and send forms with JavaScript switched off',
  canLanguage: 'switch between Vietnamese and English on every page',
  canPrint: 'print the pages worth keeping',
  standardTitle: 'Standard',
  standardBody:
    'WCAG 2.2 level AA. Every page is checked by machine at each release; with a fault found there is no release.',
  limitsTitle: 'Known limits',
  limitsBody:
    'Scans that applicants upload are pictures, so a screen reader cannot read the words in them. You may ask the agency to read them to you or send the content in another form.',
  helpTitle: 'If you need a person',
  helpBody:
    'Go to the nearest Public Administration Service Centre: its staff help you to file online, with priority for people with disabilities, the elderly and pregnant women.',
} as const satisfies MessagesOf<typeof source>
