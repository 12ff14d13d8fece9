import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonLook, buttonLook } from './button-look'

type Props = ComponentProps<typeof Link> & ButtonLook

/** A link that leads to the next thing to do. For addresses that act (sign-in, downloads) set `prefetch={false}`. */
export function LinkButton({ variant, size, className, ...link }: Props) {
  return <Link {...link} className={buttonLook({ variant, size }, className)} />
}
