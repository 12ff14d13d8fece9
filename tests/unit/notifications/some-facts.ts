import type { MessageKind } from '@/lib/notifications/messages/catalog'
import type { Params } from '@/lib/notifications/messages/message'
import type { DossierFacts } from '@/lib/notifications/plan'

export const status: Params = {
  dossierId: '0197a000-0000-7000-8000-0000000000aa',
  at: '2026-11-24T01:30:00.000Z',
  reference: 'NOP-7K2M4XQ9TD',
  dossierCode: 'H26.5-261124-0001',
  procedureVi: 'Cấp mới giấy phép hoạt động đối với phòng khám chuyên khoa',
  procedureEn: 'New operating licence for a specialist clinic',
  agencyVi: 'Sở Y tế Hà Nội',
  agencyEn: 'Hà Nội Department of Health',
  deskVi: 'Trung tâm Phục vụ hành chính công thành phố Hà Nội',
  deskEn: 'Public Administration Service Centre of Hà Nội',
  agencyPhone: '024 0000 0000',
  agencyEmail: 'mot-cua@syt-hn.test',
  addressee: 'person',
  addresseeName: 'Lê Thị Mẫu',
  receivedBy: 'Trần Thu Hà, Chuyên viên tiếp nhận',
  handledBy: 'Lê Minh, Chuyên viên',
  submittedAt: '2026-11-23T02:00:00.000Z',
  receivedAt: '2026-11-23T08:00:00.000Z',
  handledAt: '2026-11-24T01:30:00.000Z',
  acceptanceDueAt: '2026-11-24T02:00:00.000Z',
  appraisalDueAt: '2027-01-22T10:00:00.000Z',
  issueDueAt: '2026-12-15T10:00:00.000Z',
  endedAt: '',
}

/** What each kind of message needs beside the status. */
export const particulars: Record<MessageKind, Params> = {
  submitted: { fee: '1450000' },
  'fee-paid': { amount: '1450000' },
  accepted: {},
  'refused-at-intake': { amount: '1450000' },
  assigned: {},
  'inspection-recorded': { heldOn: '2026-12-01' },
  'inspection-planned': {
    plannedFor: '2026-12-01T02:00:00.000Z',
    place: 'Số 12 phố Mẫu, Hà Nội',
    team: 'Lê Minh (Chuyên viên)',
    agenda: 'Phòng khám, thiết bị, nhân sự',
    decisionNumber: '100/QĐ-SYT',
  },
  'corrections-demanded': { heldOn: '2026-12-01', dueOn: '2026-12-15', count: '2' },
  'corrections-reported': {},
  'recheck-recorded': { met: 'yes' },
  'decision-in-progress': {},
  issued: { number: '00123/HNO-GPHĐ', paperCopy: 'yes' },
  delivered: { via: 'counter' },
  refused: { reasons: '- Cơ sở vật chất chưa đáp ứng điều kiện (Điều 40).' },
  'correction-opened': {},
  'result-corrected': { number: '00124/HNO-GPHĐ' },
  'transfer-offered': { otherVi: 'Sở Y tế Bắc Ninh', otherEn: 'Bac Ninh Department of Health' },
  'transfer-taken': { otherVi: 'Sở Y tế Hà Nội', otherEn: 'Ha Noi Department of Health' },
  'transfer-declined': { otherVi: 'Sở Y tế Bắc Ninh', otherEn: 'Bac Ninh Department of Health' },
  'received-elsewhere': {
    receiverVi: 'Sở Y tế Thành phố Hồ Chí Minh',
    receiverEn: 'Ho Chi Minh City Department of Health',
    fee: '1450000',
  },
  'passed-on': {
    receiverVi: 'Sở Y tế Thành phố Hồ Chí Minh',
    receiverEn: 'Ho Chi Minh City Department of Health',
    papersBy: '2026-11-24T10:00:00.000Z',
  },
  'fee-demanded': { amount: '500000', payBy: '2026-12-08' },
  'overdue-apology': { breach: 'overdue', due: '2026-12-15T10:00:00.000Z' },
  'officer-duty': { duty: 'overdue', about: '2026-12-15T10:00:00.000Z' },
  'supplement-requested': { replyBy: '2026-12-08', count: '2' },
  'supplement-received': { due: '2027-02-02T10:00:00.000Z' },
  'supplement-reminder': { replyBy: '2026-12-08' },
  'closed-without-reply': { amount: '1450000' },
  'content-changed': {},
  'refund-opened': { amount: '1450000', reason: 'second-payment' },
  'extension-granted': {
    oldDue: '2027-01-22T10:00:00.000Z',
    newDay: '2027-01-29',
    reason: 'Chờ ý kiến của cơ quan phối hợp.',
    signer: 'Nguyễn Văn Mẫu, Giám đốc',
  },
  'extension-applied': { oldDue: '2027-01-22T10:00:00.000Z', newDay: '2027-01-29' },
  'letter-issued': { letter: 'extension-letter', number: '12/SYT-NVY' },
  'late-apology': {
    due: '2027-01-22T10:00:00.000Z',
    expectedOn: '2027-01-29',
    reason: 'Chờ ý kiến của cơ quan phối hợp.',
    signer: 'Nguyễn Văn Mẫu, Giám đốc',
  },
  withdrawn: { amount: '1450000' },
  'stop-requested': {},
  stopped: { feeOutcome: 'kept', amount: '1450000' },
}

export function paramsOf(kind: MessageKind, change: Params = {}): Params {
  return { ...status, ...particulars[kind], ...change }
}

export function factsOf(kind: MessageKind, change: Partial<DossierFacts> = {}): DossierFacts {
  return {
    dossierId: status['dossierId'] ?? '',
    seq: 3,
    at: new Date('2026-11-24T01:30:00Z'),
    repeated: false,
    recipient: {
      personId: '0197a000-0000-7000-8000-0000000000bb',
      organisationId: null,
      locale: 'vi',
      addresses: { email: 'le.thi.mau@demo.test', sms: '0912345678' },
      muted: [],
    },
    params: paramsOf(kind),
    ...change,
  }
}
