import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Notice } from '@/components/ui/notice'
import { type CapacityOption, findCapacities } from '@/lib/identity/capacities'
import type { SignedIn } from '@/lib/identity/sessions'
import { clock } from '@/lib/server/business-clock'
import { readSearch, type SearchParams } from '../../_server/asked-language'
import { currentSignedIn } from '../../_server/current-actor'
import { findSafePath, isOfficePath, withReturn } from '../../_server/safe-path'
import { getTranslator } from '../../_server/translator'
import { SignInPage } from '../sign-in-page'
import { takeCapacity } from './actions'
import { CapacityList } from './capacity-list'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('signIn')
  return { title: t('chooseTitle'), robots: { index: false } }
}

export default async function ChooseCapacityPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch('/choose-capacity', searchParams)
  const returnTo = findSafePath(query.get('callbackUrl'))
  const signedIn = await currentSignedIn()
  if (!signedIn) redirect(withReturn('/login', returnTo))
  const t = await getTranslator('signIn')
  const options = await findCapacities(signedIn, clock.now())
  const posts = options.filter((option) => option.kind === 'officer')
  const current = currentKey(signedIn)
  return (
    <SignInPage title={t('chooseTitle')} lead={t('chooseLead')}>
      {query.get('problem') === 'not-held' && (
        <Notice tone="warn" title={t('chooseNotHeld')} role="status" />
      )}
      {isOfficePath(returnTo) && posts.length === 0 && options.length > 0 && (
        <Notice tone="warn" title={t('chooseNoPost')} />
      )}
      {options.length === 0 && <Notice tone="warn" title={t('chooseNone')} />}
      <form action={takeCapacity} className="mt-6 space-y-8">
        <input type="hidden" name="callbackUrl" value={returnTo ?? ''} />
        <CapacityList options={options.filter(isSelf)} current={current} />
        <CapacityList
          title={t('chooseOrganisations')}
          options={options.filter((option) => option.kind === 'organisation')}
          current={current}
        />
        <CapacityList title={t('choosePosts')} options={posts} current={current} />
      </form>
    </SignInPage>
  )
}

const isSelf = (option: CapacityOption) => option.kind === 'self'

function currentKey({ capacity }: SignedIn): string | undefined {
  switch (capacity?.kind) {
    case 'self':
      return 'self'
    case 'organisation':
      return `${capacity.member ? 'member' : 'mandate'}:${capacity.mandateId}`
    case 'officer':
      return capacity.delegation
        ? `lent:${capacity.delegation.delegationId}`
        : `post:${capacity.postId}`
    case undefined:
      return undefined
  }
}
