/** What a refused act is told: what happened, what was kept, what to do. */
export const refusals = {
  title: 'Chưa thực hiện được',
  'not-found': 'Không tìm thấy hồ sơ này, hoặc bạn không có quyền xem.',
  'not-permitted':
    'Bạn không được thực hiện việc này với hồ sơ này. Người đã thẩm định, soát xét, ký và đóng dấu phải là những người khác nhau.',
  'illegal-event':
    'Hồ sơ đã sang bước khác, có thể do người khác vừa xử lý. Nội dung bạn nhập vẫn còn ở đây; hãy xem lại quá trình giải quyết.',
  'changed-meanwhile':
    'Hồ sơ vừa được người khác cập nhật trong lúc bạn đang xem. Nội dung bạn nhập vẫn còn; hãy xem thay đổi rồi gửi lại.',
  'step-up-required': 'Việc này cần mã xác nhận. Hãy bấm gửi mã rồi nhập mã nhận được.',
  'code-wrong': 'Mã xác nhận chưa đúng. Hãy kiểm tra lại tin nhắn mới nhất.',
  'code-expired': 'Mã xác nhận đã hết hạn. Hãy gửi mã mới.',
  'code-used': 'Mã xác nhận đã được dùng. Hãy gửi mã mới.',
  'too-many-attempts': 'Đã nhập sai quá nhiều lần. Hãy gửi mã mới.',
  'draft-changed': 'Bản dự thảo đã thay đổi từ khi bạn mở trang. Hãy xem lại bản mới rồi ký.',
  'file-changed': 'Tệp đã ký khác với tệp bạn đang xem. Hãy tải lại trang.',
  'not-a-case-officer': 'Người được chọn không phải chuyên viên của cơ quan này.',
  'minutes-in-the-future': 'Ngày lập biên bản không thể sau hôm nay.',
  'minutes-before-acceptance': 'Ngày lập biên bản không thể trước ngày tiếp nhận hồ sơ.',
  'unknown-checklist-item': 'Danh mục kiểm tra đã thay đổi. Hãy tải lại trang.',
  'checklist-open': 'Chưa thể trình: còn mục trong danh mục kiểm tra chưa có kết luận.',
  'checklist-failed': 'Chưa thể trình cấp giấy phép: có mục bắt buộc không đạt.',
  'no-minutes': 'Chưa thể trình: chưa ghi nhận biên bản thẩm định tại cơ sở.',
  'inspection-not-passed': 'Chưa thể trình cấp giấy phép: biên bản thẩm định chưa kết luận đạt.',
  'invalid-input': 'Nội dung nhập chưa đủ hoặc chưa đúng. Hãy kiểm tra các ô bên dưới.',
  'invalid-field': 'Hãy điền lại ô này: còn trống, quá ngắn hoặc chưa đúng dạng.',
  'no-phone': 'Tài khoản của bạn chưa có số điện thoại công vụ để nhận mã. Hãy liên hệ quản trị.',
  'too-many-codes': 'Bạn đã yêu cầu mã quá nhiều lần. Hãy đợi vài phút rồi thử lại.',
} as const
