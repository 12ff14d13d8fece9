/** Why an upload was not taken: what is wrong with which file, and what to do about it. */
export const uploads = {
  'signed-out': 'Phiên đăng nhập đã hết. Hãy đăng nhập lại; các tệp đã tải lên vẫn còn.',
  'foreign-page': 'Yêu cầu không đến từ trang của cổng dịch vụ. Hãy tải lại trang rồi thử lại.',
  'not-found': 'Không tìm thấy hồ sơ đang soạn hoặc tệp này.',
  'slot-not-found': 'Thành phần hồ sơ này không nhận tệp tải lên.',
  'closed-item': 'Giấy tờ này không nằm trong danh mục cần bổ sung nên không thay được.',
  'already-submitted': 'Hồ sơ đã nộp nên không thêm, bớt tệp được nữa.',
  'draft-closed': 'Hồ sơ đã nộp trong lúc “{name}” đang tải lên, nên tệp này không được nhận.',
  'too-many-files':
    '“{name}” chưa được nhận: mục này nhận tối đa {limit} tệp. Hãy bỏ bớt tệp hoặc gộp lại thành một tệp PDF.',
  'quota-exceeded':
    '“{name}” chưa được nhận: các hồ sơ đang soạn của bạn đã dùng hết {limitMb} MB. Hãy bỏ tệp không cần nữa.',
  'too-large': '“{name}” lớn hơn {limitMb} MB. Hãy quét ở 200 dpi hoặc chia thành nhiều tệp.',
  'too-slow':
    'Đường truyền chậm nên “{name}” chưa tải lên xong. Hãy thử lại; không cần nhập lại gì khác.',
  incomplete: '“{name}” chưa tải lên trọn vẹn. Hãy thử lại.',
  empty: '“{name}” là tệp rỗng. Hãy kiểm tra lại tệp trên máy của bạn.',
  'type-not-allowed':
    '“{name}” không đúng loại tệp. Mục này chỉ nhận: {kinds}. Đổi tên tệp không làm đổi loại tệp.',
  'name-contradicts-content':
    'Tên “{name}” không khớp với nội dung tệp. Hãy đặt lại đuôi tệp đúng loại rồi tải lên lại.',
  'two-formats':
    '“{name}” có dữ liệu lạ gắn kèm. Hãy mở tệp, in hoặc lưu lại thành PDF mới rồi tải lên.',
  'pdf-damaged':
    '“{name}” bị hỏng hoặc tải về chưa trọn. Hãy mở thử trên máy, lưu lại thành PDF rồi tải lên.',
  'pdf-encrypted':
    '“{name}” đang khóa bằng mật khẩu hoặc mã hóa. Hãy bỏ khóa rồi tải lên để cán bộ đọc được.',
  'pdf-active-content':
    '“{name}” có {content, select, javascript {mã lệnh tự chạy} launch {lệnh mở chương trình khác} xfa {biểu mẫu động XFA} attachment {tệp đính kèm bên trong} other {nội dung tự chạy}}. Hãy in tệp ra PDF mới (Print to PDF) rồi tải lên.',
  'image-damaged': 'Ảnh “{name}” không đọc được. Hãy chụp hoặc lưu lại ảnh.',
  'image-too-large':
    'Ảnh “{name}” quá lớn (trên {limitMegapixels} triệu điểm ảnh). Hãy giảm kích thước ảnh.',
  'spreadsheet-damaged': 'Bảng tính “{name}” không đọc được. Hãy mở và lưu lại dạng .xlsx.',
  'spreadsheet-macros':
    'Bảng tính “{name}” có macro hoặc liên kết ra ngoài. Hãy lưu lại dạng .xlsx không có macro.',
  'not-turnable': '“{name}” chưa xoay được: tệp đang được kiểm tra hoặc không có trang này.',
  'turn-failed': '“{name}” chưa xoay được vì mất kết nối. Hãy thử lại.',
  'signed-pdf':
    '“{name}” có chữ ký số nên không xoay được: xoay trang làm chữ ký mất hiệu lực. Tệp được giữ nguyên.',
  virus:
    '“{name}” không qua được kiểm tra an toàn và đã bị xóa. Hãy quét vi-rút máy của bạn và dùng tệp khác.',
  checking: 'Đang kiểm tra an toàn…',
  clean: 'Đã kiểm tra',
  rejected: 'Không được nhận',
} as const
