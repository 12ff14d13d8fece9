import { catalogs } from '@/components/messages/catalog'
import { Notice } from '@/components/ui/notice'
import { getTranslator } from './translator'

const { done: DONE, refused: REFUSED } = catalogs.vi.workspace
type Done = keyof typeof DONE
type Refused = keyof typeof REFUSED

/** The words for a refusal inside an organisation. A code without words is a bug. */
export async function workspaceRefusal(code: string): Promise<string> {
  const t = await getTranslator('workspace')
  if (!isRefused(code)) throw new Error(`no words for the refusal ${code}`)
  return t(`refused.${code}`)
}

/** What became of the act that led back to this page, as its address says. */
export async function WorkspaceOutcome({ query }: { query: URLSearchParams }) {
  const t = await getTranslator('workspace')
  const [done, problem] = [query.get('done') ?? '', query.get('problem') ?? '']
  if (isDone(done)) return <Notice tone="ok" role="status" title={t(`done.${done}`)} />
  if (!isRefused(problem)) return null
  return (
    <Notice tone="warn" role="alert" title={t('refusedTitle')}>
      <p>{t(`refused.${problem}`)}</p>
    </Notice>
  )
}

const isDone = (key: string): key is Done => Object.hasOwn(DONE, key)
const isRefused = (key: string): key is Refused => Object.hasOwn(REFUSED, key)
