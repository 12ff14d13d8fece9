'use server'

import { z } from 'zod'
import type { ActState } from '@/components/office/act-form'
import { confirmPapers, passOn } from '@/lib/dossiers/outcomes/pass-on'
import { performAct, target } from './perform-act'

/** What was taken on paper comes as papers.KEY. */
const passing = z.looseObject(target).transform(({ dossierId, expectedVersion, ...rest }) => ({
  dossierId,
  expectedVersion,
  papers: Object.keys(rest)
    .filter((name) => name.startsWith('papers.'))
    .map((name) => name.slice('papers.'.length)),
}))

export async function passOnAction(_: ActState, form: FormData) {
  return performAct({ name: 'pass-on', schema: passing }, form, passOn)
}

export async function confirmPapersAction(_: ActState, form: FormData) {
  return performAct({ name: 'confirm-papers', schema: z.object(target) }, form, confirmPapers)
}
