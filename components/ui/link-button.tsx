import type { ComponentProps } from 'react'
import { type ButtonLook, buttonLook } from './button-look'
import { Link } from './link'

type Props = ComponentProps<typeof Link> & ButtonLook

/** A link that leads to the next thing to do. */
export function LinkButton({ variant, size, className, ...link }: Props) {
  return <Link {...link} className={buttonLook({ variant, size }, className)} />
}
