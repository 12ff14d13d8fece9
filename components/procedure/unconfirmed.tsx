import { Tag } from '@/components/ui/tag'
import { isConfirmed } from './figures'
import type { Words } from './words'

/** Marks a fact that nobody has seen in a source yet. */
export function Unconfirmed({ t, confidence }: { t: Words; confidence: string }) {
  if (isConfirmed(confidence)) return null
  return <Tag tone="warn">{t('unconfirmed')}</Tag>
}
