/** Anonymous tracking: the code and how far along it is, no more. */
export const track = {
  title: 'Tra cứu hồ sơ',
  lead: 'Không cần đăng nhập để biết hồ sơ đã đi đến đâu.',
  label: 'Mã hồ sơ hoặc mã lần nộp',
  hint: 'Ví dụ: H26.15-261123-0007. Mã ở trên giấy tiếp nhận hoặc trong tin nhắn xác nhận.',
  action: 'Tra cứu',
  empty: 'Hãy nhập mã hồ sơ hoặc mã lần nộp.',
  resultTitle: 'Hồ sơ {reference}',
  progress: 'Mức độ hoàn thành',
  finished: 'Đã giải quyết xong',
  more: 'Để biết bước đang giải quyết, ngày hẹn trả và việc bạn cần làm, hãy đăng nhập bằng tài khoản đã nộp hồ sơ.',
  signIn: 'Đăng nhập để xem chi tiết',
  noneTitle: 'Không có hồ sơ nào mang mã {reference}',
  noneBody:
    'Hãy so lại với giấy tiếp nhận: mã gồm ba phần cách nhau bằng dấu gạch ngang. Hồ sơ vừa nộp dùng mã lần nộp trong tin nhắn xác nhận.',
} as const
