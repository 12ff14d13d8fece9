'use server'

import { redirect } from 'next/navigation'
import { leave } from '../../_server/sign-out'

export async function signOut(): Promise<never> {
  await leave()
  return redirect('/signed-out')
}
