import { ClientMessages } from '@/app/_server/client-messages'
import { SessionWatch } from '@/components/form/session-watch'

/** Warns before the session ends; on every page on which somebody may sit and think. */
export function SessionGuard() {
  return (
    <ClientMessages namespaces={['form']}>
      <SessionWatch />
    </ClientMessages>
  )
}
