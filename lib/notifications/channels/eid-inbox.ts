import { refuse } from '@/lib/shared/result'
import type { SendMessage } from './channel'

/** The inbox of the electronic identity (Decree 320/2026): the port stands, it is not connected yet. */
export const sendToEidInbox: SendMessage = async () =>
  refuse({ code: 'no-channel', reason: 'the e-ID inbox is not connected' })
