import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link within the portal. Nothing is fetched ahead: on a slow telephone the pages that are not opened would
 * cost the one that is read, and a page behind a sign-in would be asked for by nobody's wish.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
