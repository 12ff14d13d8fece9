'use client'

import { type RefObject, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import type { Autosave } from '@/components/form/autosave'

/**
 * Nothing is left behind unsaved: a link waits for the save, a closing tab sends it along, and when
 * it cannot be saved the person is asked first.
 */
export function useLeaving(saver: RefObject<Autosave | null>): void {
  const t = useTranslations('form')
  const question = t('save.leaveAnyway')
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.current?.isAtRisk()) event.preventDefault()
    }
    const sendAlong = () => saver.current?.leave()
    const whenHidden = () => document.visibilityState === 'hidden' && sendAlong()
    // A page brought back whole by the browser may show what others have changed since.
    const whenBack = (event: PageTransitionEvent) => event.persisted && location.reload()
    const waitForSave = (event: MouseEvent) => {
      const link = linkLeadingAway(event)
      if (!link || !saver.current?.isAtRisk()) return
      event.preventDefault()
      event.stopPropagation()
      void saver.current.save().then(({ kind }) => {
        if (kind === 'saved' || window.confirm(question)) location.assign(link.href)
      })
    }
    window.addEventListener('beforeunload', ask)
    window.addEventListener('pagehide', sendAlong)
    window.addEventListener('pageshow', whenBack)
    document.addEventListener('visibilitychange', whenHidden)
    document.addEventListener('click', waitForSave, true)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('pagehide', sendAlong)
      window.removeEventListener('pageshow', whenBack)
      document.removeEventListener('visibilitychange', whenHidden)
      document.removeEventListener('click', waitForSave, true)
    }
  }, [saver, question])
}

function linkLeadingAway(event: MouseEvent): HTMLAnchorElement | undefined {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!isPlain || !(link instanceof HTMLAnchorElement) || link.target) return undefined
  const stays = link.pathname === location.pathname && link.hash !== ''
  return stays ? undefined : link
}
