'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the script runs: false on the server and in the page as it comes from there. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
