import type { ComponentProps } from 'react'
import { type ButtonLook, buttonLook } from './button-look'

type Props = ComponentProps<'button'> & ButtonLook

export function Button({ variant, size, className, type = 'submit', ...button }: Props) {
  return <button {...button} type={type} className={buttonLook({ variant, size }, className)} />
}
