/** What officers were told about their dossiers. */
export const officeInbox = {
  title: 'Thông báo',
  lead: 'Việc đến hạn, quá hạn và hồ sơ mới mà hệ thống báo cho bạn tại cơ quan này. Mở hồ sơ là đã xem thông báo về hồ sơ đó.',
  empty: 'Chưa có thông báo nào.',
  unread: 'Chưa xem',
  markAll: 'Đánh dấu tất cả đã xem',
  pending: 'Đang lưu…',
  older: 'Cũ hơn',
} as const
