'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { Communes } from '@/components/form/form-tools'
import { isEntries } from '@/components/form/own-answers'
import type { SectionPayload, UnitOption } from '@/components/form/section-payload'

type Known = SectionPayload['communes']

/** The communes that are known so far, and the way to those of another province. */
export function useCommunes(atFirst: Known): { known: Known; communes: Communes } {
  const [known, setKnown] = useState(atFirst)
  const [failed, setFailed] = useState(false)
  const asked = useRef(new Set(Object.keys(atFirst)))
  const load = useCallback((province: string) => {
    if (asked.current.has(province)) return
    asked.current.add(province)
    setFailed(false)
    fetchCommunes(province).then(
      (units) => setKnown((before) => ({ ...before, [province]: units })),
      () => {
        asked.current.delete(province)
        setFailed(true)
      },
    )
  }, [])
  const communes = useMemo(
    () => ({ of: (province: string) => known[province], load, failed }),
    [known, load, failed],
  )
  return { known, communes }
}

async function fetchCommunes(province: string): Promise<UnitOption[]> {
  const answer = await fetch(`/api/code-lists/communes?province=${encodeURIComponent(province)}`)
  if (!answer.ok) throw new Error(`communes: ${answer.status}`)
  const pairs: unknown = await answer.json()
  if (!isEntries(pairs)) throw new Error('communes: not pairs of code and label')
  return pairs.map(([value, label]) => ({ value, label }))
}
