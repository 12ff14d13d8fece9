/** Which letters somebody wants, where, and how to leave a group of them. */
export const notices = {
  title: 'Chọn thư muốn nhận',
  lead: 'Mọi thông báo luôn có trong mục “Thông báo” của cổng. Ở đây bạn chọn những gì được gửi thêm qua thư điện tử.',
  open: 'Chọn thư muốn nhận',
  working: 'Đang lưu…',
  byEmail: 'Gửi qua thư điện tử',
  byEmailHint: 'Bỏ dấu ở nhóm nào thì thông báo của nhóm đó chỉ còn trên cổng.',
  topics: {
    'needs-me': 'Việc cần bạn làm',
    progress: 'Tiến độ hồ sơ',
    results: 'Quyết định và kết quả',
    reminders: 'Nhắc hạn',
  },
  topicHints: {
    'needs-me':
      'Yêu cầu bổ sung, khắc phục, nộp phí, lịch thẩm định tại cơ sở. Nếu bỏ, bạn cần tự vào cổng xem để không lỡ hạn.',
    progress: 'Đã nhận hồ sơ, đã nộp phí, đã phân công, đã nhận phần bổ sung.',
    results: 'Giấy tiếp nhận, kết quả, từ chối, xin lỗi và hẹn lại, dừng giải quyết, hoàn phí.',
    reminders: 'Nhắc trước khi hết hạn bổ sung.',
  },
  locale: 'Ngôn ngữ của thư',
  always:
    'Mã xác nhận và thư báo bản nháp sắp hết thời gian lưu luôn được gửi, vì không có ở mục “Thông báo”. Tin nhắn SMS không thay đổi theo lựa chọn này.',
  save: 'Lưu lựa chọn',
  done: {
    saved: 'Đã lưu lựa chọn của bạn',
    sent: 'Đã gửi mã xác nhận. Hãy nhập mã trong thư vừa nhận.',
    confirmed: 'Đã xác nhận địa chỉ thư điện tử',
    forgotten: 'Thư sẽ được gửi tới địa chỉ ghi trong từng hồ sơ',
  },
  address: {
    title: 'Địa chỉ nhận thư',
    confirmed: 'Thư về mọi hồ sơ của bạn được gửi tới {email} (đã xác nhận).',
    unconfirmed:
      'Thư được gửi tới địa chỉ liên hệ ghi trong từng hồ sơ. Bạn có thể chọn một địa chỉ chung cho mọi hồ sơ; địa chỉ được dùng sau khi bạn nhập mã gửi tới đó.',
    label: 'Địa chỉ thư điện tử',
    hint: 'Ví dụ: ten@example.vn',
    send: 'Gửi mã xác nhận',
    code: 'Mã xác nhận',
    codeHint: '6 chữ số trong thư gửi tới {email}, có hiệu lực 10 phút.',
    confirm: 'Xác nhận địa chỉ',
    forget: 'Không dùng địa chỉ này nữa',
    refused: {
      'bad-address': 'Địa chỉ chưa đúng dạng. Hãy ghi như ten@example.vn.',
      'too-many-codes': 'Bạn đã yêu cầu nhiều mã. Hãy đợi một giờ rồi thử lại.',
      'code-wrong': 'Mã chưa đúng. Hãy xem lại thư vừa nhận.',
      'code-expired': 'Mã đã hết hiệu lực. Hãy gửi mã mới.',
      'too-many-attempts': 'Đã nhập sai nhiều lần. Hãy gửi mã mới.',
    },
  },
  leave: {
    title: 'Ngừng nhận thư',
    ask: 'Bạn muốn ngừng nhận thư điện tử thuộc nhóm “{topic}”?',
    yes: 'Ngừng nhận',
    done: 'Bạn không còn nhận thư thuộc nhóm “{topic}”',
    stays: 'Các thông báo này vẫn có trong mục “Thông báo” của cổng.',
    all: 'Chọn tất cả các loại thư (cần đăng nhập)',
  },
} as const
