import type { Signal } from './signal.ts';

export const signalsInEnglish: Readonly<Record<Signal, string>> = {
  accusation: `
9: bribe* | asked for money | asking for money | asks for money | demand* money | demanded … money | demand* cash | wanted money | extra money | under the table | unofficial fee* | unofficial payment* | facilitation | tea money | coffee money | envelope | kickback | corrupt* | extort* | harass* | on purpose | deliberate* | intentional* | threaten* | abuse of power | abus* | insult* | shout* | yelled | yelling | yells | discriminat* | misconduct | made things difficult | making things difficult | hints about money | gift*`,
  rudeness: `
7: rude | rudely | impolite | bad attitude | poor attitude | attitude | disrespectful | unprofessional | arrogant | ignored us | ignored me | hostile | aggressive`,
  praise: `6: good attitude | polite | friendly | helpful | professional | great attitude`,
  grievance: `
5: complain about | complaint against | complain* … officer | complaint … officer | report an officer | report … officer | denounce | denunciation | file a complaint | formal complaint | lodge a complaint | complain | complaint
3: behaviour | behavior | conduct | unacceptable`,
  officer: `2: officer* | inspector* | customs staff | official* | the staff`,
  lookup: `
9: #appendix | appendix | appendices | annex | annexes
7: is it written | was it written | written down | promise* on paper | written promise* | signed document | signed paper* | signed text | document we signed | what we signed | cooperation document | cooperation paper | partnership paper | memorandum | agreement | the agreement | commitment* | your regulation* | unit regulation* | internal rule* | which article | which clause | article | clause`,
  notLookup: `-9: sign the agreement | sign an agreement | free trade agreement | sales agreement | trade agreement* | join the agreement`,
  rate: `
8: solid four | solid five | stars | 1 star | 2 stars | 3 stars | 4 stars | 5 stars | one star | two stars | three stars | four stars | five stars | satisfied | very satisfied | dissatisfied | very dissatisfied | not satisfied | unsatisfied | unhappy with the service | rate | rating | rate the service | my rating | give a rating | score | feedback on the service | satisfaction | neutral
6: review | excellent service | great service | good service | poor service | terrible service | bad service | star`,
  notRate: `-9: exchange rate | tax rate | duty rate | tariff rate | preferential rate | mfn rate | inspection rate | rate of duty`,
  status: `
9: #case | case number | ticket number | my case | our case | my ticket | our ticket | reopen | reopen the case | status of my | status of our | status of case | case status | my issue | our issue | my request | our request | my report | our report | my question | our question
7: brought up | mentioned to you | asked you about | anything new | gone anywhere | asked … last | lodged … query | raised … query | any update* | any news | follow up | following up | progress | what is the status | status of | status | answer yet | reply yet | any reply | any answer | replied yet | resolved yet | submitted … yesterday | sent … yesterday | sent last week | raised last week`,
  talk: `
9: give me somebody | give me whoever | put somebody on | ring me | ring my | ring us | give me a ring | phone me | phone us | my mobile | my cell | can call | number to call | anyone … call | someone … call | talk to | speak to | speak with | talk with | connect me | put me through | call me | call me back | call back | call us | call us back | human | real person | live agent | live person | a person | human agent | officer on duty | duty officer | on duty | hotline | phone number | contact person | someone in charge | person in charge | transfer me
4: contact | phone`,
  smalltalk: `
6: who made you | who created you | who built you | good night | have a nice day | hello | hi there | hi | hey | good morning | good afternoon | good evening | thank you | thanks | thank you very much | bye | goodbye | who are you | what is your name | your name | what can you do | are you a bot | are you human | are you a robot | are you real | how are you | nice to meet you | great | got it | understood | see you | what do you do`,
  offTopic: `
9: weather | flight ticket* | flight | hotel | restaurant | football | recipe | joke | movie | song | poem | stock price | gold price | visa | passport | driving licen* | job | girlfriend | lottery | translate | homework | taxi | bitcoin | capital of | president | python | write code`,
  problem: `
3: how do we | how do i | how can we | how can i | how to | what should we | what should i | what documents | which documents | is it possible | can we | can i | do we need | do i need | why | need help | please help | help | problem | issue | we cannot | unable to | could not | how long | how many days | must we | are we allowed | what is required | required`,
  trade: `
3: declaration* | customs | clearance | cleared | shipment* | consignment* | cargo | goods | container* | import* | export* | invoice | bill of lading | dut* | tax* | tariff | port | dossier | document* | #declaration | #container | #hs | #co`,
};

export const signalsInKorean: Readonly<Record<Signal, string>> = {
  accusation:
    '9: 뇌물 | 봉투를 바라 | 봉투를 요구 | 봉투를 기대 | 사례를 요구 | 성의 표시 | 뒷거래 | 돈을 요구 | 금품 | 뒷돈 | 급행료 | 촌지 | 고의 | 일부러 | 괴롭 | 협박 | 갑질 | 부당 | 비리 | 부패 | 돈을 달라 | 욕설 | 폭언 | 고함',
  rudeness: '7: 불친절 | 무례 | 태도',
  praise: '6: 친절하 | 친절했 | 친절해 | 태도가 좋',
  grievance: '5: 불만을 제기 | 고발 | 신고하고 싶 | 민원 | 항의 | 제보\n3: 불만 | 이의',
  officer: '2: 공무원 | 세관원 | 담당자 | 직원 | 세관 직원',
  lookup:
    '9: 서명한 문서 | 협력 문서 | 체결한 문서 | 부속서 | 부록 | 별첨 | 부칙\n7: 협약 | 협정서 | 합의서 | 약정 | 규정에 | 규정은 | 규정상 | 몇 조 | 조항',
  notLookup: '-9: 자유무역협정 | 협약 체결',
  rate: '8: 만족 | 불만족 | 매우 만족 | 별점 | 별 다섯 | 별 하나 | 별 둘 | 별 셋 | 별 넷 | 평가 | 점수 | 5점 | 4점 | 3점 | 2점 | 1점 | 한 점 | 두 점 | 세 점 | 네 점 | 다섯 점 | 별 5 | 별 4 | 별 3 | 별 2 | 별 1',
  notRate: '-9: 관세평가 | 적합성 평가 | 원산지 평가',
  status:
    '9: 진행 상황 | 진행상황 | 처리 상황 | 처리상황 | 접수번호 | 처리 결과 | 답변이 아직 | 답변은 언제 | 아직 답변 | 처리됐 | 처리되었 | 재개 | 문의드린 | 여쭤본 | 말씀드린\n5: 문의한 | 보낸 문의 | 결과 | 상태',
  talk: '9: 사람하고 | 사람이랑 | 직원이랑 | 얘기하고 싶 | 이야기하고 싶 | 담당자와 통화 | 담당자 연결 | 연결해 | 상담원 | 사람과 | 전화해 | 전화 주 | 전화주 | 직원과 | 담당자와 | 공무원과 | 통화하고 | 통화 | 당직 | 전화 부탁 | 핫라인',
  smalltalk:
    '6: 안녕하세요 | 안녕 | 감사합니다 | 고맙습니다 | 고마워 | 누구세요 | 이름이 뭐 | 무엇을 할 수 | 뭘 할 수 | 로봇 | 챗봇 | 네 알겠습니다 | 수고하세요',
  offTopic: '9: 날씨 | 비행기표 | 항공권 | 호텔 | 맛집 | 축구 | 주식 | 영화 | 노래 | 농담 | 비자',
  problem:
    '3: 어떻게 | 어떤 서류 | 필요한 서류 | 무엇이 필요 | 가능한가요 | 되나요 | 하나요 | 왜 | 도와 | 얼마나 | 며칠 | 문제 | 해야 | 있나요 | 할까요',
  trade:
    '4: 세관 | 통관 | 신고서 | 신고번호 | 수입 | 수출 | 화물 | 컨테이너 | 관세 | 서류 | 선적 | 인보이스 | 신고 | 물품 | 제품',
};
