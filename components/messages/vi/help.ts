/** How to use the portal, step by step, and what people ask most; and the page of all pages. */
export const help = {
  title: 'Hướng dẫn và câu hỏi thường gặp',
  lead: 'Từ lúc tìm thủ tục đến lúc nhận kết quả, không phải đi lại.',
  siteMapTitle: 'Sơ đồ cổng',
  siteMapLead: 'Mọi trang công khai và mọi thủ tục trên cổng này.',
  pages: 'Các trang chung',
  stepsTitle: 'Sáu bước',
  steps: {
    find: 'Tìm thủ tục bằng lời của bạn, không cần gõ dấu. Trang thủ tục cho biết điều kiện, giấy tờ, phí và thời hạn.',
    prepare:
      'Trả lời vài câu trong phần “Chuẩn bị hồ sơ” để biết đúng giấy tờ và phí cho trường hợp của bạn. Bước này không cần đăng nhập.',
    apply:
      'Đăng nhập bằng định danh điện tử và điền từng phần. Bản nháp được lưu khi bạn gõ; những gì đã có sẵn được điền trước kèm nguồn.',
    pay: 'Kiểm tra lại, nộp hồ sơ và nộp phí trực tuyến nếu thủ tục có phí. Bạn nhận mã nộp ngay.',
    follow:
      'Theo dõi ở “Hồ sơ của tôi” hoặc tra cứu bằng mã. Khi cơ quan cần bạn làm gì, việc đó đứng đầu trang và được báo qua thư điện tử.',
    receive:
      'Nhận kết quả dạng PDF có chữ ký số ngay trên cổng. Ai cũng kiểm tra được giấy đó bằng mã in trên giấy.',
  },
  questionsTitle: 'Câu hỏi thường gặp',
  questions: {
    account: 'Tôi có phải tạo tài khoản không?',
    organisation: 'Tôi nộp hồ sơ cho công ty hoặc phòng khám thì làm thế nào?',
    unfinished:
      'Đang điền dở thì mất điện, mất mạng hoặc hết phiên đăng nhập. Có phải làm lại không?',
    again: 'Tôi đã từng nộp. Có phải khai và tải giấy tờ lại từ đầu không?',
    doubts: 'Cổng báo hồ sơ có điểm nên xem lại. Tôi có nộp được không?',
    clock: 'Thời hạn giải quyết tính từ khi nào?',
    supplement: 'Cơ quan yêu cầu bổ sung thì tôi làm gì?',
    withdraw: 'Tôi muốn sửa hoặc rút hồ sơ đã nộp.',
    late: 'Quá ngày hẹn mà chưa có kết quả thì sao?',
    fee: 'Phí được hoàn khi nào?',
    result: 'Kết quả điện tử có dùng thay bản giấy được không? Kiểm tra ở đâu?',
    data: 'Ai xem được những gì tôi khai?',
  },
  answers: {
    account:
      'Không. Bạn đăng nhập bằng định danh điện tử. Xem thủ tục, chuẩn bị hồ sơ, tính ngày hẹn, tra cứu và kiểm tra giấy phép không cần đăng nhập.',
    organisation:
      'Người đại diện đăng nhập bằng định danh điện tử của mình rồi chọn tổ chức ở màn hình “Bạn làm việc cho ai?”. Người đại diện mời được người soạn, người chịu trách nhiệm chuyên môn, kế toán hoặc đơn vị tư vấn ở trang “Tổ chức của tôi”.',
    unfinished:
      'Không. Bản nháp được lưu trong lúc bạn gõ và giữ 90 ngày kể từ lần sửa cuối. Trước khi hết hạn hai tuần cổng gửi thư báo; sau đó bạn còn 30 ngày để lấy lại.',
    again:
      'Không. Khi bắt đầu, hãy chọn giấy phép hoặc hồ sơ trước đây: câu trả lời và giấy tờ còn dùng được sẽ được điền sẵn, bạn chỉ xem lại và sửa.',
    doubts:
      'Được. Thiếu giấy tờ hoặc khai sai định dạng thì phải sửa trước khi nộp; còn những điểm về điều kiện chỉ là lời nhắc kèm điều khoản. Bạn đọc, đánh dấu rồi nộp; cán bộ thấy rằng bạn đã được báo.',
    clock:
      'Từ khi bộ phận một cửa tiếp nhận hồ sơ hợp lệ. Giấy tiếp nhận ghi rõ ngày hẹn trả; ngày nghỉ và ngày lễ được trừ theo quy định. Bạn tự tính được trên cổng.',
    supplement:
      'Bạn thấy đúng những mục cần bổ sung, lý do và điều khoản, và chỉ sửa những mục đó. Trong lúc chờ bạn, thời hạn tạm dừng. Cổng nhắc vào ngày thứ 5, 10 và 13; sau 15 ngày không bổ sung, hồ sơ có thể bị kết thúc và bạn nộp lại được với các tệp cũ.',
    withdraw:
      'Bạn sửa hoặc rút được cho đến khi có quyết định, ngay trên trang hồ sơ. Mọi thay đổi được ghi lại để cán bộ thấy.',
    late: 'Cơ quan phải gửi thư xin lỗi và hẹn lại ngày trả. Việc trễ hạn được ghi vào hồ sơ và không ai xóa được; bạn xem được trên trang hồ sơ.',
    fee: 'Khi hồ sơ bị từ chối ở khâu tiếp nhận, khoản phí đã nộp được đề nghị hoàn; các trường hợp khác theo quy định về từng loại phí. Trang hồ sơ cho biết khoản hoàn đang ở bước nào.',
    result:
      'Kết quả là tệp PDF có chữ ký số của người ký và của cơ quan. Hãy giữ tệp, đừng in rồi quét lại. Ai cũng kiểm tra được bằng mã trên giấy hoặc bằng cách tải tệp lên trang kiểm tra.',
    data: 'Bạn, người bạn ủy quyền và cán bộ đang giải quyết hồ sơ. Mỗi lần cán bộ tra cứu về bạn đều được ghi lại để bạn xem.',
  },
  more: {
    clock: 'Tính ngày hẹn trả',
    result: 'Kiểm tra giấy phép',
    data: 'Quyền riêng tư',
  },
  otherTitle: 'Chưa thấy câu trả lời?',
  other:
    'Cơ quan giải quyết và cách liên hệ ghi trên trang thủ tục và trên từng hồ sơ. Nếu bạn dùng trình đọc màn hình hoặc chỉ dùng bàn phím, xem trang “Hỗ trợ tiếp cận”.',
} as const
