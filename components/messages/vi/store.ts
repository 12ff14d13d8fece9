/** The applicant's papers on file, and choosing among them. */
export const store = {
  title: 'Kho giấy tờ',
  lead: 'Kết quả đã cấp qua cổng này và giấy tờ bạn từng nộp. Khi làm hồ sơ mới, bạn chọn lại trong kho, không phải nộp lại.',
  none: 'Chưa có giấy tờ nào. Giấy tờ của hồ sơ đã nộp và kết quả được cấp sẽ có ở đây.',
  caption: 'Giấy tờ trong kho',
  what: 'Giấy tờ',
  from: 'Hồ sơ',
  proofTitle: 'Nguồn',
  standingTitle: 'Tình trạng',
  usesTitle: 'Dùng lại',
  named: '{name} số {number}',
  ofDossier: 'hồ sơ {reference} ({subject})',
  until: 'có giá trị đến {date}',
  uses: '{count, plural, =0 {Chưa dùng lại} other {Trong # hồ sơ khác}}',
  proof: {
    issued: 'Cơ quan cấp ngày {date}, có chữ ký số',
    recorded: 'Cơ quan đã số hóa, giấy tờ ngày {date}',
    uploaded: 'Bạn tải lên ngày {date}',
  },
  standing: {
    usable: 'Dùng được',
    ended: 'Hết giá trị',
    suspended: 'Đang bị đình chỉ',
    revoked: 'Đã bị thu hồi',
  },
  choose: {
    title: 'Chọn giấy tờ đã có',
    lead: 'Cho thành phần hồ sơ: {paper}',
    fitting: 'Giấy tờ cùng loại',
    others: 'Giấy tờ khác trong kho',
    none: 'Trong kho chưa có giấy tờ nào dùng được cho chỗ này.',
    take: 'Dùng giấy tờ này',
    working: 'Đang lấy…',
    back: 'Quay lại, không chọn',
  },
  refused: {
    'nothing-chosen': 'Hãy chọn một giấy tờ',
    'not-usable': 'Giấy tờ này không còn dùng được. Hãy chọn giấy tờ khác hoặc tải tệp lên.',
    'does-not-fit': 'Chỗ này không nhận thêm giấy tờ đó: quá số tệp hoặc khác loại tệp.',
    'not-copied':
      'Hệ thống chưa chép được giấy tờ này. Hồ sơ của bạn không thay đổi. Hãy thử lại sau ít phút hoặc tải tệp lên.',
  },
}
