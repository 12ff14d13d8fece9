/** Extension, withdrawal and stop, on both sides of the desk. */
export const letters = {
  channels: {
    online: 'trực tuyến',
    counter: 'trực tiếp tại bộ phận một cửa',
    post: 'qua bưu chính',
  },
  ask: {
    title: 'Đề nghị gia hạn',
    effect:
      'Ngày hẹn hiện nay: {due}. Văn bản xin lỗi (Mẫu số 04) phải được lãnh đạo ký chậm nhất hết ngày {lastDay}; sau đó không gia hạn hợp pháp được nữa. Mỗi hồ sơ chỉ gia hạn một lần.',
    reason: 'Lý do, người nộp sẽ đọc trong văn bản xin lỗi',
    reasonHint: 'Nêu việc cụ thể chưa xong, không nêu thông tin của người khác.',
    toDay: 'Ngày trả kết quả mới',
    button: 'Đề nghị gia hạn',
  },
  apply: {
    title: 'Đổi ngày hẹn trả theo văn bản gia hạn',
    effect: 'Lãnh đạo đã ký gia hạn từ {from} đến {to}. Người nộp được báo ngay khi ngày hẹn đổi.',
    button: 'Đổi ngày hẹn thành {to}',
  },
  enterStop: {
    title: 'Nhập yêu cầu dừng giải quyết',
    effect:
      'Dùng khi người nộp yêu cầu tại quầy hoặc qua bưu chính. Thời hạn tạm dừng; lãnh đạo ký Thông báo dừng (Mẫu số 05).',
    channel: 'Yêu cầu được gửi',
    reason: 'Lý do người nộp nêu, nếu có',
    button: 'Ghi nhận yêu cầu dừng',
  },
  extension: {
    asked: 'Đề nghị gia hạn đến {day}',
    gate: 'Ngày hẹn {due}. Phải ký chậm nhất hết ngày {lastDay}.',
    declined: 'Lãnh đạo không đồng ý gia hạn: {reason}',
    tooLate: 'Đã quá muộn để gia hạn',
    tooLateHint:
      'Văn bản xin lỗi phải ký chậm nhất một ngày trước ngày hẹn. Từ nay việc chậm là quá hạn và được ghi vào hồ sơ; hãy tiếp tục giải quyết và gửi thông báo xin lỗi.',
  },
  lookDraft: 'Xem văn bản sẽ ký (PDF)',
  grant: {
    title: 'Ký văn bản xin lỗi và gia hạn (Mẫu số 04)',
    effect:
      'Bạn ký đúng bản đang xem, số và ngày còn trống; văn thư cấp số, đóng dấu; bộ phận một cửa đổi ngày hẹn.',
    button: 'Ký và gia hạn',
  },
  decline: {
    title: 'Không đồng ý gia hạn',
    effect: 'Ngày hẹn giữ nguyên. Đơn vị giải quyết đọc lý do và có thể đề nghị lại.',
    reason: 'Lý do',
    button: 'Không đồng ý',
  },
  declined: 'Đã ghi nhận: không đồng ý gia hạn.',
  stop: {
    asked: 'Người nộp yêu cầu dừng giải quyết lúc {at}, {channel}',
    noReason: 'Người nộp không nêu lý do; luật không bắt buộc.',
  },
  confirmStop: {
    title: 'Ký Thông báo dừng giải quyết (Mẫu số 05)',
    effect:
      'Hồ sơ dừng theo yêu cầu của người nộp. Phí và giấy tờ xử lý như ghi trong thông báo; văn thư cấp số, đóng dấu sau đó.',
    button: 'Ký và dừng giải quyết',
  },
  seal: {
    waiting: '{letter}: đã ký, chờ số và dấu',
    title: 'Cấp số, ngày và đóng dấu số cho văn bản',
    effect:
      'Hệ thống cấp số tiếp theo của sổ văn bản và ngày hôm nay, rồi đóng dấu số của cơ quan.',
    button: 'Cấp số và đóng dấu văn bản',
  },
  apology: {
    title: 'Gửi thông báo xin lỗi',
    effect:
      'Hồ sơ đã quá hạn. Mỗi lần quá hạn chỉ xin lỗi một lần: nếu lời xin lỗi tự động đã gửi, lý do và ngày dự kiến được ghi vào chính thông báo đó, không gửi thêm tin. Hạn theo luật không đổi và việc quá hạn vẫn được ghi.',
    reason: 'Lý do, người nộp sẽ đọc',
    expectedOn: 'Dự kiến có kết quả ngày',
    button: 'Gửi thông báo xin lỗi',
  },
  apologySent: 'Đã gửi thông báo xin lỗi cho người nộp.',
  list: {
    title: 'Văn bản chờ cấp số, đóng dấu',
    link: 'Văn bản chờ đóng dấu',
    empty: 'Không có văn bản nào chờ cấp số và đóng dấu.',
    letter: 'Văn bản',
    askedAt: 'Lập lúc',
  },
  own: {
    title: 'Ngày hẹn được gia hạn',
    granted:
      '{agency} xin lỗi bạn. Ngày hẹn {from} được gia hạn đến {to}; bộ phận một cửa sẽ đổi ngày hẹn trên hệ thống.',
    applied: '{agency} xin lỗi bạn. Ngày hẹn {from} đã được gia hạn đến {to}.',
    reason: 'Lý do: {reason}',
    letter: '{kind} số {number}',
    kinds: {
      'extension-letter': 'Văn bản xin lỗi và đề nghị gia hạn (Mẫu số 04)',
      'stop-notice': 'Thông báo dừng giải quyết hồ sơ (Mẫu số 05)',
    },
    endTitle: 'Rút hoặc dừng hồ sơ',
    withdrawHint: 'Hồ sơ chưa được tiếp nhận: bạn có thể rút bất cứ lúc nào.',
    withdrawLink: 'Rút hồ sơ',
    stopHint: 'Bạn có thể yêu cầu dừng giải quyết cho đến khi có quyết định.',
    stopLink: 'Yêu cầu dừng giải quyết',
    decided: 'Đã có quyết định về hồ sơ nên không dừng giải quyết được nữa.',
    asked: 'Yêu cầu dừng của bạn đang chờ lãnh đạo cơ quan ký thông báo.',
  },
  verified: {
    title: 'Văn bản này do cơ quan phát hành',
    facts: '{letter}, {agency} phát hành ngày {day}.',
    file: 'Để kiểm tra chữ ký số và nội dung, hãy tải tệp PDF lên ở phần bên cạnh.',
  },
  withdraw: {
    title: 'Rút hồ sơ',
    lead: 'Hồ sơ {reference} kết thúc ngay và không được giải quyết. Bạn có thể nộp hồ sơ mới với cùng giấy tờ.',
    effect: 'Việc này không hoàn lại được.',
    button: 'Rút hồ sơ này',
  },
  request: {
    title: 'Yêu cầu dừng giải quyết',
    lead: 'Lãnh đạo cơ quan sẽ ký Thông báo dừng giải quyết hồ sơ {reference} (Mẫu số 05). Trước khi có thông báo, bạn còn rút lại yêu cầu được.',
    effect: 'Cơ quan chỉ được từ chối khi đã có quyết định (Điều 21 Nghị định 118/2025/NĐ-CP).',
    button: 'Yêu cầu dừng giải quyết',
  },
  fee: {
    none: 'Bạn chưa nộp phí cho hồ sơ này.',
    'refund-requested':
      'Phí đã nộp được ghi là khoản phải hoàn trả; yêu cầu hoàn trả chờ cơ quan xét duyệt.',
    kept: 'Phí thẩm định không được hoàn trả vì việc thẩm định đã bắt đầu.',
  },
  reason: 'Lý do, nếu bạn muốn nêu',
  back: 'Quay lại hồ sơ',
  cancel: {
    title: 'Rút lại yêu cầu dừng',
    effect: 'Hồ sơ được giải quyết tiếp từ bước đang dở.',
    button: 'Rút lại yêu cầu dừng',
  },
  sending: 'Đang gửi…',
} as const
