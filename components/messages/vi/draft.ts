/** Around the questions: the start, the list of sections, the check before sending. */
export const draft = {
  start: {
    title: 'Nộp hồ sơ: {procedure}',
    lead: 'Xem trước những gì cần có rồi bắt đầu. Bạn dừng lúc nào cũng được: bản nháp được lưu.',
    button: 'Bắt đầu điền hồ sơ',
    another: 'Bắt đầu một hồ sơ mới',
    working: 'Đang mở…',
    drafts: 'Bạn đang có bản nháp của thủ tục này',
    resume: 'Viết tiếp bản nháp lưu {at}',
    papers: 'Giấy tờ cần có',
    papersHint: 'Tùy câu trả lời của bạn, danh sách này có thể ngắn hơn.',
    from: 'Bắt đầu từ giấy phép hoặc hồ sơ nào?',
    fromHint:
      'Câu trả lời và giấy tờ đã có được điền sẵn, mỗi chỗ ghi rõ lấy từ đâu. Bạn xem lại và sửa trước khi nộp.',
    fromResult: '{type} số {number} – {subject}',
    fromResultHint: 'Cấp ngày {date}, hồ sơ {reference}',
    fromDossier: '{procedure} – {subject}',
    fromDossierHint: 'Nộp ngày {date}, hồ sơ {reference}',
    fromNothing: 'Không lấy từ hồ sơ cũ',
    fromNothingHint: 'Chỉ điền sẵn thông tin về người nộp hồ sơ.',
    suspendedTitle: 'Thủ tục này đang tạm dừng nhận hồ sơ trực tuyến',
  },
  tasks: {
    title: 'Hồ sơ đang soạn',
    saved: 'Lưu lần cuối {at}',
    actingSelf: 'Bạn làm hồ sơ này cho chính mình.',
    actingFor: 'Bạn làm hồ sơ này cho {name}.',
    progress: 'Đã xong {done} trên {count} phần',
    sections: 'Các phần của hồ sơ',
    status: { 'not-started': 'Chưa làm', 'in-progress': 'Đang làm', done: 'Đã xong' },
    missing: '{count, plural, other {Còn # chỗ cần điền}}',
    review: 'Kiểm tra và nộp',
    reviewHint: 'Xem lại toàn bộ trước khi nộp.',
    reviewReady: 'Sẵn sàng',
    reviewWait: 'Chưa đủ',
    continue: 'Làm tiếp: {section}',
    fee: 'Phí tạm tính',
    feeUnsure: 'mức thu cần xác nhận',
    feeNone: 'Không thu phí',
    feeHint: 'Phí được tính theo những gì bạn đã khai và nộp sau khi gửi hồ sơ.',
    agency: 'Nơi giải quyết',
    agencyUnknown: 'Xác định khi bạn điền địa điểm hoạt động',
    papers: 'Giấy tờ',
    papersCount: 'Đã có {have} trên {count} giấy tờ phải nộp',
    discard: 'Xóa bản nháp',
    discardTitle: 'Xóa bản nháp này?',
    discardBody:
      'Mọi câu trả lời và tệp đã tải lên của bản nháp “{procedure}” sẽ bị xóa hẳn, không khôi phục được.',
    discardYes: 'Xóa hẳn bản nháp',
    discardNo: 'Giữ lại',
    notFoundTitle: 'Không tìm thấy bản nháp này',
    notFoundBody:
      'Bản nháp có thể đã bị xóa, đã nộp, hoặc thuộc về người hay tổ chức khác. Nếu bạn đại diện cho tổ chức, hãy kiểm tra xem mình đang làm việc cho ai.',
    notFoundCapacity: 'Đổi người được đại diện',
    notFoundHome: 'Hồ sơ của tôi',
  },
  news: {
    title: 'Biểu mẫu của thủ tục này đã thay đổi',
    body: 'Quy định mới có hiệu lực sau khi bạn bắt đầu bản nháp. Bản nháp đã được chuyển sang biểu mẫu mới và các câu trả lời còn phù hợp được giữ nguyên. Những chỗ khác đi được đánh dấu “Mới” hoặc “Đã đổi”:',
    new: 'Mới: {questions}',
    changed: 'Đã đổi: {questions}',
    fee: 'Quy định về phí, lệ phí đã thay đổi.',
    timeLimit: 'Quy định về thời hạn giải quyết đã thay đổi.',
    read: 'Tôi đã xem, bỏ các dấu này',
    countNew: '{count, plural, other {# chỗ mới}}',
    countChanged: '{count, plural, other {# chỗ đã đổi}}',
    leftTitle: 'Nội dung cũ mà biểu mẫu mới không dùng',
    leftBody:
      'Những nội dung này không được gửi đi cùng hồ sơ. Chúng được giữ ở đây để bạn chép lại nếu cần.',
    leftDrop: 'Bỏ các nội dung này',
    why: {
      'answer-removed': 'câu hỏi không còn',
      'answer-unfit': 'không còn hợp lệ theo biểu mẫu mới',
      'paper-removed': 'giấy tờ không còn phải nộp',
      'paper-unfit': 'giấy tờ không còn phù hợp',
    },
  },
  review: {
    title: 'Kiểm tra trước khi nộp',
    lead: 'Đọc lại như đọc tờ đơn in. Sửa chỗ nào thì bấm “Sửa” ở dòng đó.',
    printForm: 'Xem tờ khai dạng PDF (bản nháp)',
    edit: 'Sửa',
    missingTitle: '{count, plural, other {Còn # chỗ phải hoàn thành trước khi nộp}}',
    missingMore: '{count, plural, other {và # chỗ khác}}',
    ready: 'Đã đủ thông tin và giấy tờ',
    warningsTitle: '{count, plural, other {# điểm nên xem lại}}',
    warningsBody:
      'Những điểm này không ngăn bạn nộp, nhưng cán bộ sẽ hỏi tới. Sửa bây giờ giúp hồ sơ không phải bổ sung.',
    contradictionsTitle: '{count, plural, other {# điểm mâu thuẫn}}',
    basis: 'Căn cứ: {text}',
    empty: 'Chưa điền',
    noFile: 'Chưa có tệp',
    fee: 'Phí phải nộp',
    feeTotal: 'Tổng cộng',
    feeLater: 'Sau khi nộp hồ sơ bạn được chuyển sang trang nộp phí.',
    feeFree: 'Hồ sơ này không phải nộp phí.',
    exempt: 'Được miễn: {name}',
    reduced: 'đã giảm theo {legal}',
    maybeReduced: 'có thể được giảm theo {legal}, mức giảm chưa xác nhận',
    agency: 'Hồ sơ được gửi tới {agency}.',
    place: {
      receiver: 'Nơi tiếp nhận',
      receiverHint:
        'Chọn nơi khác nếu bạn nộp tại quầy của nơi đó. Nơi tiếp nhận chuyển hồ sơ đến cơ quan giải quyết; thời hạn tính từ khi cơ quan giải quyết nhận được.',
      competent: 'Cơ quan giải quyết ({agency})',
      support: 'Nơi hỗ trợ bạn nộp hồ sơ',
      supportHint: 'Ví dụ: Trung tâm Phục vụ hành chính công, Ủy ban nhân dân phường.',
      optional: 'nếu có',
    },
    declarationTitle: 'Trước khi nộp',
    declaration:
      'Khi bấm “Nộp hồ sơ”, bạn xác nhận những gì khai ở trên là đúng và chịu trách nhiệm trước pháp luật về nội dung, tính chính xác của thông tin và giấy tờ đã nộp.',
    dataNotice:
      'Dữ liệu cá nhân trong hồ sơ chỉ được dùng để giải quyết thủ tục này và lưu trữ theo quy định.',
    dataNoticeLink: 'Thông báo xử lý dữ liệu cá nhân',
    signedBy: 'Người nộp: {name}, đăng nhập bằng định danh điện tử.',
    signedFor: 'Nộp thay mặt {name}.',
    insists:
      '{count, plural, other {Tôi đã đọc # điểm nên xem lại ở đầu trang và vẫn muốn nộp hồ sơ}}',
    insistsHint: 'Cán bộ tiếp nhận sẽ thấy những điểm này cùng việc bạn đã được báo trước.',
    insistsFirst: 'Hãy đọc các điểm nên xem lại ở đầu trang rồi đánh dấu ô này, hoặc sửa hồ sơ.',
    insistsAgain:
      'Các điểm nên xem lại đã khác so với lúc bạn đánh dấu. Hãy đọc lại ở đầu trang rồi đánh dấu lại.',
    submit: 'Nộp hồ sơ',
    submitting: 'Đang nộp…',
    submitBlocked: 'Chưa nộp được: hãy hoàn thành các chỗ nêu ở đầu trang.',
    refused: {
      title: 'Chưa nộp được hồ sơ',
      'doubts-unread':
        'Hồ sơ có điểm nên xem lại. Bạn vẫn nộp được: hãy đọc các điểm đó ở đầu trang rồi đánh dấu ô bên dưới.',
      incomplete: 'Hồ sơ còn chỗ chưa đủ. Mọi nội dung đã lưu; hãy hoàn thành các chỗ dưới đây.',
      'not-found':
        'Không tìm thấy bản nháp này, hoặc bạn đã đổi người được đại diện. Chưa có gì được gửi đi.',
      'procedure-suspended':
        'Thủ tục đang tạm dừng nhận hồ sơ trực tuyến: {reason}. Bản nháp được giữ nguyên; bạn nộp lại được khi thủ tục mở lại.',
      'procedure-not-in-force':
        'Thủ tục này không còn hiệu lực nên không nhận hồ sơ mới. Bản nháp được giữ nguyên để bạn xem lại.',
      'procedure-changed':
        'Quy định của thủ tục vừa thay đổi trong lúc bạn điền. Bản nháp được giữ nguyên; hãy xem lại các phần rồi nộp.',
      'agency-not-found':
        'Chưa xác định được cơ quan giải quyết theo địa điểm hoạt động. Hãy kiểm tra lại địa chỉ của cơ sở. Bản nháp được giữ nguyên.',
      'elsewhere-not-allowed':
        'Thủ tục này chỉ nộp được tại cơ quan giải quyết. Bản nháp được giữ nguyên; hãy chọn lại nơi tiếp nhận.',
      'receiver-unknown':
        'Nơi tiếp nhận đã chọn hiện không nhận hồ sơ. Bản nháp được giữ nguyên; hãy chọn nơi khác.',
      'approval-needed':
        'Người đại diện chưa duyệt nội dung này. Bản nháp được giữ nguyên; hãy trình người đại diện duyệt trước khi nộp.',
      'approval-dropped':
        'Bản nháp đã được sửa sau khi người đại diện duyệt nên không nộp được theo lần duyệt đó. Hãy trình duyệt lại.',
      'key-used-otherwise':
        'Lần nộp này không khớp với bản nháp. Bản nháp được giữ nguyên; hãy bấm “Nộp hồ sơ” lần nữa.',
    },
  },
} as const
