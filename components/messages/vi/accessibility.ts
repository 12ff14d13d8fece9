/** What people with disabilities can count on here. */
export const accessibility = {
  title: 'Hỗ trợ tiếp cận',
  lead: 'Trang này dành cho mọi người, kể cả người dùng bàn phím, trình đọc màn hình hoặc điện thoại nhỏ.',
  canTitle: 'Bạn có thể',
  canKeyboard: 'làm mọi việc chỉ bằng bàn phím; chỗ đang đứng luôn có viền vàng',
  canZoom: 'phóng to đến 400 % mà không phải cuộn ngang',
  canScreenReader: 'nghe toàn bộ nội dung bằng trình đọc màn hình, có tiêu đề và nhãn rõ ràng',
  canNoScript: 'xem, điền và gửi biểu mẫu khi JavaScript bị tắt',
  canLanguage: 'chuyển giữa tiếng Việt và tiếng Anh ở mọi trang',
  canPrint: 'in các trang cần giữ lại',
  standardTitle: 'Chuẩn áp dụng',
  standardBody:
    'WCAG 2.2 mức AA. Mỗi trang được kiểm tra tự động trong từng lần phát hành; lỗi tìm thấy thì không phát hành.',
  limitsTitle: 'Chỗ còn hạn chế',
  limitsBody:
    'Bản chụp giấy tờ do người nộp tải lên là ảnh nên trình đọc màn hình không đọc được chữ trong ảnh. Bạn có thể đề nghị cơ quan giải quyết đọc hoặc gửi nội dung bằng cách khác.',
  helpTitle: 'Cần người giúp',
  helpBody:
    'Hãy đến Trung tâm Phục vụ hành chính công gần nhất: cán bộ hỗ trợ bạn nộp hồ sơ trực tuyến, ưu tiên người khuyết tật, người cao tuổi và phụ nữ mang thai.',
} as const
