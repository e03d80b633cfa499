/**
 * Words of the trade that mean one thing, in Vietnamese, English and Korean, one matter a line. They are taken from
 * how the appendices and the people who work with them speak; no line answers a question.
 */
const table = `
vướng mắc, khó khăn, difficulty, problem, trouble, issue, query, 애로, 애로사항, 어려움, 문의
quy chế giải quyết vướng mắc, settling difficulties, problem settling, issue settling, 애로 처리
doanh nghiệp, công ty, bên em, bên mình, enterprise, company, trader, firm, 업체, 기업, 회사
hải quan, cơ quan hải quan, customs, customs authority, 세관
công chức, cán bộ, nhân viên hải quan, officer, official, civil servant, 공무원, 담당자, 세관원, 직원
lãnh đạo, sếp, thủ trưởng, người đứng đầu, trưởng đơn vị, chi cục trưởng, đội trưởng, head, leader, chief, 책임자, 기관장
tờ khai, declaration, 신고서, 신고
hồ sơ, bộ hồ sơ, dossier, document, paperwork, 서류
chứng từ, giấy tờ, tài liệu, document, paper, 증빙, 서류
tiếp nhận, nhận được, nhận đơn, receipt, receive, intake, 접수
xác nhận tiếp nhận, xác nhận đã nhận, báo đã nhận, xác nhận nhận được, được xác nhận, acknowledge, acknowledgement, acknowledgment, confirm receipt, confirmation of receipt, 접수 확인
mã vụ việc, mã hồ sơ, số vụ việc, case number, case code, reference number, tracking number, 사건 번호, 접수 번호
kênh, cách gửi, gửi bằng cách, gửi qua, hình thức gửi, channel, way, submit, 방법, 경로, 채널
phương châm, khẩu hiệu, tiêu chí phục vụ, motto, slogan, principle, 모토, 표어
mục tiêu, mục đích, để làm gì, purpose, aim, goal, objective, 목적, 목표
phạm vi, áp dụng cho, thuộc diện, scope, apply to, 적용 범위, 범위
thông tin tối thiểu, thông tin cần gửi, thông tin doanh nghiệp cần gửi, cần cung cấp, thông tin gì, what information, information needed, 필요한 정보, 어떤 정보
cấp giải quyết, cấp 1, cấp 2, cấp 3, cấp 4, các cấp, mấy cấp, level, tier, stage, 단계
cấp 1, cấp một, level one, level 1, first level, 1단계, 1급
cấp 2, cấp hai, level two, level 2, second level, 2단계, 2급
cấp 3, cấp ba, level three, level 3, third level, 3단계, 3급
cấp 4, cấp bốn, level four, level 4, fourth level, 4단계, 4급
thời hạn, thời gian, kỳ hạn, bao lâu, mấy giờ, mấy ngày, mấy phút, bao nhiêu giờ, bao nhiêu ngày, bao nhiêu phút, trong mấy, khi nào có, chậm nhất, how long, how many hours, how many days, how soon, how quickly, how fast, time limit, deadline, within how many, within what, by when, 기한, 기간, 며칠, 몇 시간, 몇 분, 언제까지, 얼마나
trả lời, phản hồi, giải đáp, hồi âm, answer, reply, respond, response, 답변, 회신
giải quyết, xử lý, xử lí, tháo gỡ, settle, handle, resolve, process, deal with, 처리, 해결
chuyển cấp, lên cấp trên, cấp cao hơn, leo thang, đẩy lên cấp, chuyển lên, escalate, escalation, higher level, next level, level above, 상급, 상위, 이관
tự động, tự chuyển, tự động chuyển, automatic, automatically, 자동
khẩn, khẩn cấp, gấp, cấp bách, hàng tươi sống, tàu sắp chạy, urgent, emergency, perishable, fresh goods, 긴급, 급한
mở lại, reopen, open again, 재개
đóng vụ việc, kết thúc vụ việc, vụ việc đóng, đóng hồ sơ, close, closed, closing, 종료, 종결
câu hỏi thường gặp, lặp lại, hỏi nhiều lần, faq, frequently asked, repeated, 자주 묻는
căn cứ pháp lý, căn cứ, cơ sở pháp lý, legal basis, legal ground, 법적 근거
thời hạn luật định, theo luật, luật quy định, statutory, by law, legal time limit, 법정
quyết định hành chính, administrative decision, 행정 결정
kiểm tra sau thông quan, hậu kiểm, phúc tập, post clearance audit, post clearance, pca, audit after clearance, audit, 사후심사, 사후 심사, 통관 후 심사
trụ sở cơ quan hải quan, tại cơ quan hải quan, customs office, 세관 사무소
trụ sở người khai, trụ sở doanh nghiệp, tại doanh nghiệp, premises of the declarant, our premises, 업체 사업장
quyết định kiểm tra, ra quyết định, ban hành quyết định, audit decision, decision, 심사 결정, 결정서
gọi điện báo trước, báo trước, gọi trước, điện báo, phone, call before, call in advance, phone call, 사전 통보, 전화
kiểm tra lặp lại, kiểm tra lại nhiều lần, trùng nội dung, repeated inspection, same content, 중복
dấu hiệu vi phạm, nghi vi phạm, nghi vấn, sign of violation, suspicion, suspected violation, 위반 혐의
quản lý rủi ro, phân tích rủi ro, risk management, 위험 관리
giải trình, giải thích, explanation, explain, justify, 소명
gia hạn, lùi ngày, lùi lịch, dời ngày, dời lịch, hoãn, xin thêm thời gian, kéo dài thời hạn, extend, extension, postpone, prolong, 연장, 연기
thông báo kết quả, kết quả kiểm tra, bản kết luận, result, outcome, notice of result, 결과 통보, 결과
họp trực tuyến, làm việc online, họp online, online meeting, video meeting, 온라인 회의
thư điện tử, email, mail, hộp thư, e mail, 이메일
điện thoại, gọi điện, số máy, phone, telephone, 전화, 전화번호
bản điện tử, điện tử, bản mềm, file mềm, bản scan, bản quét, electronic, soft copy, scan, scanned, 전자, 스캔
bản giấy, bản cứng, bản gốc, paper copy, hard copy, original, 원본, 종이
văn bản giấy, công văn, công văn giấy, letter, in writing, by post, 공문, 서면
khiếu nại, đơn khiếu nại, complaint, complain, appeal, 이의신청, 이의 신청, 민원
tố cáo, đơn tố cáo, tố giác, denunciation, denounce, accusation, whistleblow, 고발
khởi kiện, kiện, tòa án, court, lawsuit, sue, 소송, 법원
ấn định thuế, tax assessment, 세액 결정
kiểm soát hải quan, đội kiểm soát, lực lượng kiểm soát, control team, customs control, control measure, 통제, 단속
kiểm soát tràn lan, tùy tiện, indiscriminate
trang phục, đồng phục, đeo thẻ, thẻ ngành, uniform, badge, 제복, 신분증
giấy tờ chứng minh nhiệm vụ, chứng minh nhiệm vụ, identification, credentials
địa bàn hoạt động hải quan, ngoài địa bàn, trong địa bàn, customs area, area of operation, 관할
biện pháp, cách thức kiểm soát, measure, 조치
soi chiếu, soi container, máy soi, soi hàng, soi, scan, scanning, scanner, x ray, 스캔, 엑스레이
vắng mặt, không có mặt, in absence, absent, without us, 부재
xếp dỡ, bốc dỡ, làm hàng, unloading, loading, 하역
dừng đưa hàng qua khu vực giám sát, dừng hàng, bị dừng, chặn hàng, giữ hàng, hàng bị dừng, stop goods, goods stopped, stopped, held, hold, suspension, 반출 중지, 중지, 보류
khu vực giám sát, qua khu vực giám sát, ra cổng cảng, supervision area, supervised area, 감시 구역
gỡ dừng, bỏ dừng, giải phóng dừng, lift the stop, release the stop, 해제
xác minh, kiểm chứng, verify, verification, 확인, 조사, 검증
biên bản, lập biên bản, minutes, record, 조서
vi phạm hành chính, xử phạt, mức phạt, bị phạt, phạt, fine, penalty, sanction, administrative violation, 벌금, 과태료
kiểm tra lại, yêu cầu kiểm tra lại, recheck, inspect again, second inspection, 재검사
đồng ý, không đồng ý, không chịu, disagree, object, 동의
kiểm tra thực tế hàng hóa, kiểm tra thực tế, kiểm hóa, kiểm tra hàng, physical inspection, physical check, goods inspection, examination, 현품 검사, 실물 검사, 물품 검사
kiểm tra hồ sơ, kiểm tra chứng từ, duyệt hồ sơ, document check, document inspection, check the documents, 서류 심사, 서류 검사
kiểm tra chuyên ngành, specialised inspection, specialized inspection, 전문 검사
chuyển luồng, bẻ luồng, đổi luồng, nhảy luồng, thay đổi luồng, change the channel, channel change, channel changes, changing the channel, change of channel, 채널 변경, 채널이 변경, 검사 채널
phân luồng, chọn luồng, luồng, phân vào luồng, risk channel, choose the channel, inspection channel, 채널
luồng xanh, luồng vàng, luồng đỏ, ba luồng, 3 luồng, vào đỏ, green, yellow, red, 녹색, 황색, 적색
thay đổi hình thức mức độ kiểm tra, mức độ kiểm tra, hình thức kiểm tra, đổi mức kiểm tra, form of inspection, level of inspection, 검사 방식
hệ thống, phần mềm, máy tính, system, software, 시스템
quá tải, thiếu người, đông việc, overload, short of staff
thẩm quyền, có quyền, được quyền, ai duyệt, ai ký, ai quyết định, ký duyệt, phê duyệt, duyệt, authority, approve, approves, approval, sign, who decides, authorised, 권한, 승인, 결재
cấp phó, phó, ủy quyền, deputy, 부책임자
lý do, vì sao, tại sao, nguyên nhân, reason, why, 이유, 사유
thông báo, báo cho doanh nghiệp, báo tin, báo lại, báo cho, notify, notice, notification, inform, tell, 통보, 통지, 알림, 알려
trách nhiệm, chịu trách nhiệm, responsibility, responsible, liability, accountable, accountability, 책임
sai, không đúng, không có căn cứ, nhầm, wrong, wrongly, incorrect, unfounded, 잘못
từ chối, bác, trả hồ sơ, trả lại hồ sơ, không nhận, không tiếp nhận, bị trả, refuse, refusal, reject, rejection, decline, turn down, 거부, 거절, 반려
không chấp nhận đăng ký, từ chối đăng ký, không đăng ký được, không cho đăng ký, registration refused, not accepted, refuse registration, 등록 거부
bằng lời nói, bằng miệng, nói miệng, nói mồm, lời nói, verbal, verbally, orally, 구두
cưỡng chế, bị cưỡng chế, dừng làm thủ tục, enforcement, coercive, 강제
giải thể, phá sản, ngừng hoạt động, mất tích, dissolved, bankrupt, inactive, 폐업, 파산
một cửa quốc gia, cổng một cửa, single window, national single window, 싱글윈도우, 단일창구
yêu cầu bổ sung, đòi thêm, bắt bổ sung, bổ sung chứng từ, bổ sung hồ sơ, additional document, supplement, supplementary, 보완, 추가 서류
khai bổ sung, sửa tờ khai, amend the declaration, amendment, 정정
24 giờ mỗi ngày, 24/7, 24 7, cả ngày, suốt ngày đêm, around the clock, 24 hours, 24시간
ảnh màn hình, chụp màn hình, screenshot, screen shot, 화면 캡처
phản ánh, báo cáo, kiến nghị, report, feedback, 신고, 제보
ngoài giờ, làm thêm giờ, ngoài giờ hành chính, tăng ca, ngoài giờ làm việc, overtime, after hours, after hour, out of hours, outside working hours, 시간외, 시간 외, 근무시간 외, 야간
ngày nghỉ, cuối tuần, ngày lễ, ngày tết, nghỉ lễ, lễ tết, tết, weekend, holiday, public holiday, 휴일, 공휴일, 주말
thứ bảy, chủ nhật, cuối tuần, saturday, sunday, weekend, 토요일, 일요일, 주말
giờ làm việc, giờ hành chính, khung giờ, mấy giờ đến mấy giờ, làm từ mấy giờ, thời gian làm việc, working hours, office hours, opening hours, 근무 시간, 근무시간, 업무 시간
ngày làm bù, làm bù, make up day, 대체 근무일
đăng ký làm ngoài giờ, đăng ký ngoài giờ, cách đăng ký, đăng ký trước, register for overtime, apply for, registration, 신청, 등록
thông báo trước, báo trước, advance notice, prior notice, 사전 통지
trả thêm tiền, trả thêm, thu thêm, thêm khoản nào, phụ phí, mất phí, tốn phí, lệ phí, trả tiền, pay, cost, charge, pay extra, extra charge, extra fee, pay nothing, additional payment, surcharge, fee, 추가 비용, 비용, 수수료, 추가 요금
làm dở, làm tiếp, đang kiểm tra, chưa xong, chưa kiểm xong, làm nốt, in progress, unfinished, continue, half done, 진행 중, 계속
hết giờ, hết giờ làm việc, tan sở, end of working hours, working hours end, office closes, 근무 종료
lịch trực, trực ngày nghỉ, trực ban, ca trực, người trực, trực, on duty, duty roster, duty schedule, duty, 당직
niêm yết, công bố, công khai, dán thông báo, publish, published, post, posted, 게시, 공표, 공개
bố trí, sắp xếp người, cử người, arrange, arrangement, assign, 배치
hành vi bị cấm, không được làm, cấm, nghiêm cấm, prohibited, forbidden, prohibition, banned, 금지
phiền hà, sách nhiễu, gây khó khăn, gây khó dễ, gây khó, hạch sách, nhũng nhiễu, nhũng, harassment, harass, obstruct, trouble, 괴롭힘, 부당 행위
nhận hối lộ, hối lộ, vòi tiền, đòi tiền, nhận tiền, nhận quà, quà, phong bì, bồi dưỡng, vụ lợi, vòi vĩnh, bribe, bribery, gift, money, 뇌물, 금품
thái độ, lịch sự, thô lỗ, khó chịu, cáu gắt, attitude, polite, rude, courteous, 태도
giấy tờ ngoài quy định, đòi giấy tờ thêm, extra paper, papers not required, 규정 외 서류
bồi thường, đền bù, compensation, damages, compensate, 배상, 보상
phân biệt đối xử, trù dập, trả đũa, trả thù, discrimination, retaliation, retaliate, revenge, discriminate, 차별, 보복
tự xử lý, tự giải quyết, handle own, investigate himself
danh tính, ẩn danh, giấu tên, không nêu tên, nặc danh, giữ kín, lộ tên, tên người phản ánh, anonymous, anonymity, identity, hide our name, 익명, 신원, 신분
bảo mật, giữ bí mật, biết ai, thấy tên, ai chấm, ai đánh giá, người đánh giá, người chấm, rater, name of the rater, confidential, confidentiality, secret, privacy, who rated, 비밀, 보안, 개인정보
dữ liệu cá nhân, thông tin cá nhân, personal data, 개인정보
xin lỗi, apology, apologise, apologize, 사과
biện pháp khắc phục, khắc phục, sửa sai, corrective, remedy, 시정
thời hiệu, statute of limitation, limitation period, 시효
thụ lý, accept the case, take up, 수리
kiểm soát nội bộ, kiểm tra nội bộ, thanh tra, internal control, internal audit, internal inspection, 내부 통제, 내부 감사
đột xuất, bất ngờ, ngẫu nhiên, surprise, unannounced, random, 불시, 무작위
chế độ trách nhiệm, liên đới, accountability regime, responsibility regime
đánh giá, chấm điểm, chấm sao, cho sao, xếp hạng, chấm, rate, rating, evaluate, evaluation, score, 평가, 점수
mức đánh giá, mức độ hài lòng, mấy sao, bao nhiêu sao, mấy mức, thang điểm, năm mức, số sao, satisfaction level, level of satisfaction, how many stars, stars, star, rating scale, 별점, 평가 등급, 등급, 만족도
hài lòng, satisfied, satisfaction, 만족
rất không hài lòng, không hài lòng, dissatisfied, unsatisfied, unhappy, 불만족, 불만
đánh giá thấp, chấm thấp, điểm thấp, chấm 1 sao, chấm 2 sao, 1 sao, 2 sao, một sao, hai sao, mức 1, mức 2, low rating, poor rating, bad rating, one star, two stars, 낮은 평가, 저평가
đối tượng được đánh giá, đối tượng, những ai được, chấm cho ai, đánh giá ai, who is rated, who can be rated, subject of rating, target, 대상
sửa đánh giá, sửa sao, đổi sao, chấm lại, đánh giá lại, sửa lại đánh giá, edit, change the rating, rating be edited, correct a rating, 수정, 변경
các bước, quy trình, thao tác, làm như nào, step, procedure, 절차, 순서
lần gửi sau, gửi lại, thay lần trước, replace
sau thông quan, đã thông quan, ngày thông quan, after clearance, cleared, 통관 후
thống kê, số liệu, báo cáo tháng, tỷ lệ, hằng tháng, hàng tháng, mỗi tháng, statistics, figure, monthly, every month, 통계, 매월
đường dây nóng, hotline, tổng đài, 19009299, hot line, call centre, call center, 핫라인, 콜센터
số trực ban, số điện thoại, số trực, số liên hệ, số máy, phone number, contact number, duty number, 전화번호, 연락처
kênh liên hệ, liên hệ, liên lạc, contact, 연락, 연락처
hỗ trợ công nghệ thông tin, lỗi hệ thống, lỗi phần mềm, báo lỗi, lỗi vnaccs, nghẽn mạng, it support, system error, technical support, 전산 지원
trụ sở, địa chỉ, văn phòng ở đâu, nằm ở đường nào, address, headquarters, office located, location, 주소, 본부, 청사
gặp công chức, gặp cán bộ, gặp người phụ trách, nói chuyện với cán bộ, nối máy, kết nối, talk to an officer, meet an officer, speak to, connected, connect, 담당자 연결, 상담, 면담
gọi lại, hẹn gọi lại, call back, callback, 콜백
người thay thế, thay thế, substitute, replacement, 대리인
nhóm zalo, group zalo, nhóm chat, nhóm chung, zalo group, chat group, 잘로 그룹, 단체 채팅
tiêu cực, tham nhũng, negative conduct, corruption, corrupt, 부패, 비리
buôn lậu, gian lận thương mại, smuggling, fraud, 밀수
c o, c/o, chứng nhận xuất xứ, giấy chứng nhận xuất xứ, chứng từ xuất xứ, xuất xứ, certificate of origin, origin, 원산지증명서, 원산지 증명서, 원산지
lỗi hình thức, lỗi nhỏ, sai chính tả, lỗi đánh máy, formal error, minor error, minor mistake, typo, 경미한 오류, 형식적
nộp bổ sung, nợ c o, nợ c/o, nộp chậm, nộp sau, nộp muộn, bổ sung sau, submit later, late submission, submitted later, 추후 제출, 나중에 제출, 사후 제출
ưu đãi đặc biệt, thuế suất ưu đãi, thuế ưu đãi, preferential, preferential rate, preference, 특혜
phòng vệ thương mại, chống bán phá giá, trade remedy, anti dumping, safeguard, 무역구제, 반덤핑
bảo lãnh, guarantee, 보증
sai khác, khác nhau, không khớp, lệch, khác mã, discrepancy, difference, mismatch, differ, 불일치, 차이
tiêu chí xuất xứ, origin criterion, 원산지 기준
mã hs, hs code, hs, mã hàng, phân loại hàng hóa, classification, 품목번호
đề nghị, yêu cầu, request, ask for, 요청, 신청
quyền của doanh nghiệp, quyền lợi, có quyền gì, rights, our right, right of enterprise, 권리
nguyên tắc, principle, 원칙
trường hợp, khi nào, in which case, cases, when may, when can, circumstances, 경우
thống nhất, như nhau, giống nhau, consistent, uniform, 일관
thông quan, clearance, clear, 통관
giám sát, supervise, supervision, 감시
xác nhận, confirm, confirmation, confirming, 확인
hành vi, conduct, behaviour, behavior, act, 행위
thời điểm, lúc nào nộp, timing, point in time, at what time, 시기, 시점
nộp, submit, file, lodge, 제출
đăng ký, register, registration, registered, 등록, 신청
kiểm tra, check, inspect, inspection, 검사, 심사
vụ việc, case, matter, 사건, 사안
thông tin, information, 정보
hàng hóa, lô hàng, hàng, goods, cargo, shipment, consignment, 화물, 물품
quyết định, decision, decide, 결정
vi phạm, violation, breach, infringement, 위반
kỷ luật, kỉ luật, discipline, disciplinary, punish, punished, 징계
người phụ trách, phụ trách, in charge, 담당
độc lập, independent, independently, 독립
người khai, người khai hải quan, declarant, 신고인
người đại diện, đại diện, representative, 대리인
người có thẩm quyền, competent person
biểu hiện, coi là, được coi, regarded as, count as, considered
ghi ý kiến, nêu ý kiến, opinion, comment, 의견
bằng văn bản, văn bản, in writing, written, 서면
đúng hạn, quá hạn, trễ hạn, quá thời hạn, late, overdue, on time, 지연
thời gian kiểm tra, thời hạn kiểm tra, duration of the audit, length of the audit, 심사 기간
mức khẩn, vụ khẩn, việc khẩn, được coi là khẩn, urgent case
điểm không phù hợp, nonconformity, non conformity
`;

const punctuation = /\s*,\s*/u;

/** The phrases of each matter, the first one naming it. */
export const concepts: readonly (readonly string[])[] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(punctuation));
