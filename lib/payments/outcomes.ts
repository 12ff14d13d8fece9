/** What the gateway is told about a notice; VNPAY's codes and words. */
export type NoticeAnswer = { RspCode: string; Message: string }

/** Every way a notice can end, with the answer to the gateway (VNPAY: anything but 00 and 02 is sent again). */
export const NOTICE_ANSWERS = {
  'bad-signature': { RspCode: '97', Message: 'Invalid signature' },
  'other-merchant': { RspCode: '01', Message: 'Order not found' },
  unreadable: { RspCode: '01', Message: 'Order not found' },
  'unknown-order': { RspCode: '01', Message: 'Order not found' },
  'wrong-amount': { RspCode: '04', Message: 'Invalid amount' },
  'over-payment': { RspCode: '04', Message: 'Invalid amount' },
  'already-confirmed': { RspCode: '02', Message: 'Order already confirmed' },
  'charged-again': { RspCode: '02', Message: 'Order already confirmed' },
  paid: { RspCode: '00', Message: 'Confirm Success' },
  failed: { RspCode: '00', Message: 'Confirm Success' },
  pending: { RspCode: '00', Message: 'Confirm Success' },
  'late-payment': { RspCode: '00', Message: 'Confirm Success' },
  'second-payment': { RspCode: '00', Message: 'Confirm Success' },
} as const satisfies Record<string, NoticeAnswer>

export type NoticeOutcome = keyof typeof NOTICE_ANSWERS

/** The answer when our own side broke: the gateway will send the notice again. */
export const UNKNOWN_ERROR: NoticeAnswer = { RspCode: '99', Message: 'Unknown error' }
