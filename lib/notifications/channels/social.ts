import { refuse } from '@/lib/shared/result'
import type { SendMessage } from './channel'

/** Approved social networks (Decree 118/2025 Art. 17): the port stands, no network is connected yet. */
export const sendSocial: SendMessage = async () =>
  refuse({ code: 'no-channel', reason: 'no social network is connected' })
