import type { LicenceData } from '@/lib/documents/licence-data'

/** A licence as the mock shows it; tests override what they are about. */
export function sampleLicence(overrides: Partial<LicenceData> = {}): LicenceData {
  return {
    heading: {
      parentAgency: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI',
      agency: 'SỞ Y TẾ',
      place: 'Hà Nội',
    },
    title: 'GIẤY PHÉP HOẠT ĐỘNG\nKHÁM BỆNH, CHỮA BỆNH',
    bases: [
      'Căn cứ Luật Khám bệnh, chữa bệnh số 15/2023/QH15;',
      'Căn cứ Nghị định số 96/2023/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật Khám bệnh, chữa bệnh;',
      'Theo hồ sơ số H26.15-261118-0007 và biên bản thẩm định ngày 04/01/2027,',
    ],
    authorityLine: 'GIÁM ĐỐC SỞ Y TẾ CẤP GIẤY PHÉP',
    fields: [
      { label: 'Tên cơ sở', value: 'PHÒNG KHÁM RĂNG HÀM MẶT AN BÌNH' },
      { label: 'Hình thức tổ chức', value: 'Phòng khám chuyên khoa Răng hàm mặt' },
      {
        label: 'Địa điểm hoạt động',
        value: 'Số 18 đường Mẫu, Phường Yên Hòa, Thành phố Hà Nội',
      },
      {
        label: 'Người chịu trách nhiệm chuyên môn kỹ thuật',
        value:
          'Bác sỹ Đặng Quốc Việt; giấy phép hành nghề số 001234/HNO-GPHN, cấp ngày 12/03/2024, nơi cấp: Sở Y tế Hà Nội',
      },
      {
        label: 'Phạm vi hoạt động chuyên môn',
        value: 'theo danh mục kỹ thuật được phê duyệt kèm theo Giấy phép này',
      },
      { label: 'Thời gian làm việc hằng ngày', value: 'từ 08:00 đến 20:00, thứ Hai đến thứ Bảy' },
    ],
    signature: { capacityLines: ['GIÁM ĐỐC'], signerName: 'Nguyễn Văn Mẫu' },
    recipients: ['Cơ sở nêu trên', 'Phường Yên Hòa', 'Lưu: VT, NVY'],
    verifyUrl: 'http://localhost:3000/verify/7K4M-9QWX-2FTA-RB8N',
    verifyCode: '7K4M-9QWX-2FTA-RB8N',
    documentKind: 'operating-licence',
    dossierCode: 'H26.15-261118-0007',
    preparedAt: '2027-01-14T02:00:00Z',
    demo: true,
    ...overrides,
  }
}
