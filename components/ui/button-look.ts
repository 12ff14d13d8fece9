import { classNames } from './class-names'

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'text'
export type ButtonSize = 'normal' | 'slim'
export type ButtonLook = { variant?: ButtonVariant | undefined; size?: ButtonSize | undefined }

const base =
  'inline-flex items-center justify-center gap-2 rounded-sm border text-center font-semibold leading-tight no-underline print:hidden'

const variants = {
  primary:
    'border-primary bg-primary text-paper hover:border-primary-deep hover:bg-primary-deep hover:text-paper',
  secondary: 'border-primary bg-paper text-primary hover:bg-wash hover:text-primary-deep',
  danger:
    'border-danger bg-danger text-paper hover:border-danger-deep hover:bg-danger-deep hover:text-paper',
  text: 'border-transparent bg-transparent text-primary underline underline-offset-4 hover:text-primary-deep',
} as const satisfies Record<ButtonVariant, string>

// 44 px is the smallest target a thumb hits surely; the slim size is for the dense office only.
const sizes = {
  normal: 'min-h-12 px-6 py-2.5 text-base',
  slim: 'min-h-10 px-4 py-1.5 text-sm',
} as const satisfies Record<ButtonSize, string>

const waiting =
  'aria-disabled:cursor-progress aria-disabled:opacity-70 disabled:cursor-not-allowed disabled:border-line disabled:bg-grey-wash disabled:text-soft'

/** The look shared by buttons and by links that lead on like a button. */
export function buttonLook({ variant = 'primary', size = 'normal' }: ButtonLook, more = '') {
  return classNames(base, variants[variant], sizes[size], waiting, more)
}
