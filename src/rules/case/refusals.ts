/** Why a case does not accept something: stable codes, each with its sentence in both languages of the console. */
export const refusalSentences = {
  notAllowedFromHere: {
    vi: 'Vụ việc không còn ở bước cho phép việc này.',
    en: 'The case is not at a step that allows this.',
  },
  alreadyOpened: {
    vi: 'Vụ việc này đã được mở trước đó.',
    en: 'The case was opened before.',
  },
  alreadyResolved: {
    vi: 'Vụ việc đã được trả lời xong và đang chờ doanh nghiệp xác nhận.',
    en: 'The case has been answered for good and waits for the enterprise to confirm.',
  },
  caseIsClosed: {
    vi: 'Vụ việc đã đóng. Doanh nghiệp có thể mở lại khi việc chưa xong.',
    en: 'The case is closed. The enterprise can reopen it if the matter is not solved.',
  },
  caseIsMerged: {
    vi: 'Vụ việc đã được gộp. Anh/chị làm việc này ở vụ việc nhận gộp.',
    en: 'The case was merged. Please do this on the case that it was merged into.',
  },
  notResolved: {
    vi: 'Vụ việc chưa được trả lời xong nên chưa có gì để báo là chưa giải quyết.',
    en: 'The case has not been answered for good, so there is nothing yet to call unsolved.',
  },
  notClosed: {
    vi: 'Chỉ vụ việc đã đóng mới mở lại được.',
    en: 'Only a closed case can be reopened.',
  },
  noResultAwaited: {
    vi: 'Vụ việc không chờ kết quả từ nơi nào.',
    en: 'The case does not wait for a result.',
  },
  resultAlreadyAwaited: {
    vi: 'Vụ việc đang chờ một kết quả. Anh/chị ghi nhận kết quả đó trước.',
    en: 'The case already waits for a result. Please record that one first.',
  },
  needsOutcome: {
    vi: 'Vụ việc xác minh chỉ đóng khi đã ghi kết luận xác minh.',
    en: 'A verification closes only once its outcome is recorded.',
  },
  alreadyAtTheTop: {
    vi: 'Vụ việc đang ở cấp cao nhất, không còn cấp nào trên nữa.',
    en: 'The case stands at the highest level already.',
  },
  notAnsweredAtThisLevel: {
    vi: 'Cấp này chưa trả lời. Quá hẹn mà chưa trả lời, vụ việc sẽ tự chuyển lên cấp trên.',
    en: 'This level has not answered yet. If it does not answer in time, the case is raised by itself.',
  },
  alreadyAskedAtThisLevel: {
    vi: 'Vụ việc đã được chuyển lên theo yêu cầu của doanh nghiệp và cấp này chưa trả lời.',
    en: 'The case was raised at the enterprise’s request, and the level that has it now has not answered yet.',
  },
  reasonMissing: {
    vi: 'Anh/chị ghi rõ lý do chuyển cấp.',
    en: 'Please say why the case is raised.',
  },
  alreadyThere: {
    vi: 'Vụ việc đang ở đơn vị này.',
    en: 'The case is with this unit already.',
  },
  onlyInternalControl: {
    vi: 'Phản ánh và xác minh chỉ chuyển được đến đơn vị có kiểm tra nội bộ.',
    en: 'A report or a verification can only go to a unit that has internal control.',
  },
  newDateGivenAlready: {
    vi: 'Đã hẹn lại một lần ở cấp này. Anh/chị giải quyết, chuyển đơn vị hoặc chuyển lên cấp trên.',
    en: 'A new date was given once at this level. Please resolve, transfer or raise the case.',
  },
  newDateNotLater: {
    vi: 'Ngày hẹn lại phải ở trong giờ làm việc phía trước và sau hạn hiện tại.',
    en: 'The new date has to lie ahead, within working time, and after the present deadline.',
  },
  newDateTooFar: {
    vi: 'Ngày hẹn lại quá xa: chỉ được thêm tối đa một lần thời hạn của cấp này.',
    en: 'The new date is too far away: it may add no more than the time that this level promises.',
  },
  sameCase: {
    vi: 'Không thể gộp vụ việc vào chính nó.',
    en: 'A case cannot be merged into itself.',
  },
  anotherKind: {
    vi: 'Phản ánh và xác minh chỉ gộp được với vụ việc cùng loại.',
    en: 'A report or a verification merges only into a case of its own kind.',
  },
  anotherConversation: {
    vi: 'Hai vụ việc đến từ hai cuộc trò chuyện khác nhau; gộp lại thì một người sẽ không nhận được trả lời.',
    en: 'The two cases came from different chats; merged, one of the two people would get no answer.',
  },
  olderSurvives: {
    vi: 'Vụ việc mở trước giữ lời hẹn sớm hơn. Anh/chị gộp vụ việc mở sau vào vụ việc mở trước.',
    en: 'The older case holds the earlier promise. Please merge the younger case into it.',
  },
  conflictOfInterest: {
    vi: 'Người xử lý vụ việc nhận gộp không được xem vụ việc này. Anh/chị chuyển người xử lý trước khi gộp.',
    en: 'Whoever has the other case must not see this one. Please hand it to somebody else before merging.',
  },
  reminderNotAhead: {
    vi: 'Giờ nhắc phải ở phía trước và trong vòng 90 ngày.',
    en: 'The reminder has to lie ahead, within 90 days.',
  },
  nothingChecked: {
    vi: 'Anh/chị xác nhận hoặc sửa ít nhất một mục.',
    en: 'Please confirm or correct at least one entry.',
  },
  tooManyLabels: {
    vi: 'Vụ việc đã có 10 nhãn. Anh/chị gỡ bớt một nhãn trước khi gắn thêm.',
    en: 'The case has ten labels already. Please take one off before putting on another.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type CaseRefusal = keyof typeof refusalSentences;
