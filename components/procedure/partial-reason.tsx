import { Notice } from '@/components/ui/notice'
import type { ProcedureView } from './answer-first'
import { Clause } from './clause'

/** Why a procedure is not online from end to end: to be published by Decree 224/2026 Art. 14. */
export function PartialReason({ procedure, t, locale }: ProcedureView) {
  const { partialReason } = procedure.serviceLevel
  if (!partialReason) return null
  return (
    <Notice title={t('recordPartial')}>
      <p>
        {partialReason.text[locale]}{' '}
        <Clause procedure={procedure} clauseKey={partialReason.basis} />
      </p>
    </Notice>
  )
}
