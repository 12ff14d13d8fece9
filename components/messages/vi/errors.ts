/** Pages that stand in for the one asked for. */
export const errors = {
  notFoundTitle: 'Không tìm thấy trang này',
  notFoundBody:
    'Địa chỉ có thể đã đổi hoặc bị gõ thiếu. Hồ sơ và dữ liệu bạn đã lưu không bị ảnh hưởng.',
  notFoundSearch: 'Tìm thủ tục',
  notFoundTrack: 'Tra cứu hồ sơ bằng mã',
  notFoundHome: 'Về trang chủ',
  brokenTitle: 'Trang này gặp lỗi',
  brokenBody:
    'Lỗi từ phía hệ thống và đã được ghi lại. Những gì bạn đã lưu vẫn còn. Hãy thử lại; nếu vẫn lỗi, gửi mã dưới đây cho bộ phận hỗ trợ.',
  brokenReference: 'Mã lỗi: {digest}',
  retry: 'Thử lại',
} as const
