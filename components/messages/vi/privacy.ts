/** What is kept about people, why, and what they may ask for. */
export const privacy = {
  title: 'Quyền riêng tư',
  lead: 'Chúng tôi chỉ giữ những gì pháp luật đòi hỏi để giải quyết hồ sơ của bạn.',
  keepTitle: 'Chúng tôi giữ gì',
  keepBody:
    'Thông tin bạn khai trong hồ sơ, giấy tờ bạn tải lên, lịch sử giải quyết và tin nhắn liên quan. Số định danh cá nhân được mã hóa khi lưu và chỉ hiện với người có nhiệm vụ.',
  whyTitle: 'Để làm gì',
  whyBody:
    'Để giải quyết thủ tục bạn yêu cầu, báo cho bạn biết tiến độ và công khai giấy phép theo quy định. Không dùng vào việc khác, không bán, không quảng cáo.',
  whoTitle: 'Ai xem được',
  whoBody:
    'Bạn, người bạn ủy quyền và cán bộ đang giải quyết hồ sơ; quyền xem được kiểm tra ở từng lượt. Tra cứu không đăng nhập chỉ cho biết mã và mức độ hoàn thành.',
  checkTitle: 'Đối chiếu với cơ sở dữ liệu của Nhà nước',
  checkBody:
    'Trước khi bạn nộp và khi cán bộ xem xét, thông tin đã khai được đối chiếu với đăng ký doanh nghiệp và cơ sở dữ liệu dân cư. Cơ sở dữ liệu dân cư chỉ trả lời khớp hay không khớp. Khác nhau thì bạn được hỏi lại, không bị từ chối; mỗi lần cán bộ đối chiếu đều được ghi lại để bạn xem.',
  cookieTitle: 'Cookie',
  cookieBody:
    'Chỉ có cookie để giữ phiên đăng nhập, giữ ngôn ngữ bạn chọn và giữ kết quả kiểm tra giấy phép trong vài phút. Không có cookie theo dõi, không tải gì từ bên thứ ba.',
  rightsTitle: 'Quyền của bạn',
  rightsBody:
    'Bạn có quyền xem, yêu cầu sửa dữ liệu của mình và khiếu nại việc xử lý dữ liệu theo Luật Bảo vệ dữ liệu cá nhân. Hãy gửi yêu cầu đến cơ quan giải quyết hồ sơ, ghi trên từng hồ sơ.',
  longTitle: 'Giữ trong bao lâu',
  longBody: 'Hồ sơ và kết quả được lưu trữ theo thời hạn bảo quản của pháp luật về lưu trữ.',
} as const
