import type { ReceiptSlipData } from '@/lib/documents/receipt-slip-data'

/** A receipt slip as the mock shows it; tests override what they are about. */
export function sampleReceiptSlip(overrides: Partial<ReceiptSlipData> = {}): ReceiptSlipData {
  return {
    heading: {
      parentAgency: 'SỞ Y TẾ HÀ NỘI',
      agency: 'BỘ PHẬN TIẾP NHẬN\nVÀ TRẢ KẾT QUẢ',
      place: 'Hà Nội',
    },
    dossierCode: 'H26.15-261118-0007',
    copyFor: 'Giao người nộp hồ sơ',
    owner: 'Công ty TNHH An Bình',
    submitter: 'Lê Thị Mẫu',
    identityNumber: '001•••••••89',
    address: 'Phường Yên Hòa, Thành phố Hà Nội',
    phone: '09•• ••• 123',
    email: 'l•••@mail.vn',
    request: 'Cấp mới giấy phép hoạt động: phòng khám chuyên khoa (1.012278)',
    papers: [
      { name: 'Đơn đề nghị (Mẫu 02)', original: '', copy: '', electronic: 'tạo trên hệ thống' },
      {
        name: 'Bản kê khai cơ sở vật chất, thiết bị, nhân sự (Mẫu 08)',
        original: '',
        copy: '',
        electronic: 'tạo trên hệ thống',
      },
      {
        name: 'Giấy xác nhận quá trình hành nghề (Mẫu 11)',
        original: '',
        copy: '',
        electronic: '1 tệp',
      },
    ],
    dossierSets: 1,
    feePaid: '4.300.000 đồng',
    receivedAt: '2026-11-18T01:40:00Z',
    promise: {
      kind: 'two-clocks',
      appraisalLimit: '60 ngày',
      appraisalDueDay: '2027-01-18',
      appraisalMovedFrom: '2027-01-17',
      issueLimit: '10 ngày làm việc',
    },
    resultChannel: 'trực tuyến (bản điện tử), không nhận thêm bản giấy',
    register: { book: '11/2026', number: '0007' },
    receiver: { name: 'Trần Thu Hà', phone: '024 3998 5765' },
    submitterSigns: false,
    trackUrl: 'http://localhost:3000/track/H26.15-261118-0007',
    demo: true,
    ...overrides,
  }
}
