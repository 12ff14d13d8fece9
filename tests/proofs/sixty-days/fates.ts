import type { ActName } from './acts'

/** What happens to a dossier on which day after its filing; people come when they come. */
export type Fate = { name: string; weight: number; plan: readonly (readonly [number, ActName])[] }

const INTAKE = [
  [0, 'accept'],
  [1, 'assign'],
] as const
const TO_THE_END = (from: number) =>
  [
    [from, 'appraise'],
    [from + 2, 'inspect'],
    [from + 4, 'propose'],
    [from + 5, 'confirm'],
    [from + 7, 'approve'],
    [from + 8, 'seal'],
  ] as const

/** The first day on which the appraisal of what was accepted on day 0 is due: 22/01/2027 is day 60. */
const DUE = 60

export const FATES: readonly Fate[] = [
  { name: 'granted', weight: 22, plan: [...INTAKE, ...TO_THE_END(7)] },
  { name: 'granted late', weight: 4, plan: [...INTAKE, ...TO_THE_END(DUE - 3)] },
  { name: 'refused at intake', weight: 8, plan: [[1, 'refuse']] },
  {
    name: 'completed at intake',
    weight: 7,
    plan: [[0, 'askAtIntake'], [6, 'answer'], [7, 'accept'], [8, 'assign'], ...TO_THE_END(14)],
  },
  {
    name: 'never completed at intake',
    weight: 5,
    plan: [
      [0, 'askAtIntake'],
      [17, 'close'],
    ],
  },
  {
    name: 'supplemented in time',
    weight: 8,
    plan: [...INTAKE, [1, 'askMore'], [2, 'sendRequest'], [12, 'answer'], ...TO_THE_END(18)],
  },
  {
    name: 'asked too late',
    weight: 5,
    plan: [...INTAKE, [9, 'askMore'], [10, 'sendRequest'], [16, 'answer']],
  },
  {
    name: 'never supplemented',
    weight: 8,
    plan: [...INTAKE, [1, 'askMore'], [2, 'sendRequest'], [20, 'close']],
  },
  {
    name: 'silent, and not closed',
    weight: 4,
    plan: [...INTAKE, [1, 'askMore'], [2, 'sendRequest']],
  },
  { name: 'withdrawn', weight: 4, plan: [[0, 'withdraw']] },
  {
    name: 'stopped',
    weight: 5,
    plan: [...INTAKE, [8, 'stop'], [9, 'confirmStop'], [10, 'sealNotice']],
  },
  {
    name: 'extended',
    weight: 7,
    plan: [
      ...INTAKE,
      [DUE - 4, 'askExtension'],
      [DUE - 3, 'grantExtension'],
      [DUE - 2, 'applyExtension'],
      [DUE - 2, 'sealLetter'],
    ],
  },
  { name: 'forgotten', weight: 8, plan: INTAKE },
  { name: 'unanswered', weight: 5, plan: [] },
]

/** Takes a fate for a number between 0 and 1, as often as its weight says. */
export function fateAt(draw: number): Fate {
  const sum = FATES.reduce((total, { weight }) => total + weight, 0)
  let left = draw * sum
  for (const fate of FATES) {
    left -= fate.weight
    if (left < 0) return fate
  }
  throw new Error(`no fate at ${draw}`)
}
