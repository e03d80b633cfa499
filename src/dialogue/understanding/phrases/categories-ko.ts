import type { CategoryCode } from '../../../rules/identity/categories.ts';

// Korean phrases are looked for inside words, so the stem is enough.
export const categoriesInKorean: Readonly<Record<CategoryCode, string>> = {
  origin_co:
    '7: 원산지증명 | 원산지 증명 | 원산지\n4: 특혜관세 | 특혜 관세 | 협정세율 | 직접운송 | 직접 운송 | 자율증명',
  hs_classification: '7: HS코드 | HS 코드 | HS CODE | 품목분류 | 품목 분류 | 세번 | 사전심사\n4: 분류 | 세율번호',
  customs_valuation:
    '7: 과세가격 | 과세 가격 | 관세평가 | 로열티 | 신고가격 | 신고 가격 | 가격협의\n4: 할인 | 가격 | 특수관계 | 모회사 | 본사',
  channel_inspection:
    '7: 레드 | 적색 | 빨간 | 황색 | 옐로우 | 녹색 | 그린 | 실물검사 | 실물 검사 | 현품검사 | 개장검사 | 엑스레이 | X-ray | 검사 비율 | 채널\n4: 검사 | 컨테이너 검사',
  supervision_vasscm:
    '7: 감시구역 | 감시 구역 | VASSCM | 바코드 | 반출 | 게이트 | 적하목록\n4: 항만 | 터미널 | 컨테이너 | 보관장소 | 씰 번호',
  system_error:
    '7: VNACCS | ECUS | 시스템 오류 | 시스템오류 | 전자서명 | 디지털 서명 | 로그인 | 비밀번호 | 접속 | 에러 | 오류 코드 | 오류코드 | 전송이 안\n4: 시스템 | 오류 | 전송 | 계정 | 서버',
  specialised_inspection:
    '7: 품질검사 | 품질 검사 | 전문검사 | 검역 | 식품안전 | 식품 안전 | 수입허가 | 수입 허가 | 인증 | 중고기계 | 중고 기계 | 중고 설비\n4: 허가 | 면허 | 라이선스 | 중고',
  temporary_import:
    '7: 일시수입 | 일시 수입 | 일시수출 | 일시 수출 | 재수출 | 재수입 | 임시수입 | 임시 수입 | 전시회 | 카르네\n4: 기한 연장 | 연장 | 수리',
  processing_export:
    '7: 임가공 | 가공무역 | 수출가공 | 수출 가공 | 수출생산 | 수출 생산 | 정산보고 | 정산 보고 | 결산보고 | 결산 보고 | 소요량 | 원자재 | 현지수출입 | 내국수출\n4: 가공 | 스크랩 | 폐기 | 내수판매 | 내수 판매',
  tax_refund: '7: 환급 | 환불 | 초과납부 | 과오납 | 면세 | 감면 | 상계\n4: 부가세 | 관세 | 세금 | 더 납부 | 과납',
  declaration_amend_cancel:
    '7: 정정 | 수정신고 | 수정 신고 | 신고서 수정 | 신고서를 수정 | 신고 수정 | 취소 | 잘못 신고 | 잘못 기재 | 오기재 | 중복 신고\n5: 수정 | 잘못 | 실수',
  penalty: '9: 벌금 | 과태료 | 처벌 | 위반 | 벌칙 | 과징금',
  overtime:
    '8: 근무시간 외 | 근무 시간 외 | 시간외 | 시간 외 | 업무시간 외 | 업무 시간 외 | 주말 | 토요일 | 일요일 | 공휴일 | 휴일 | 야간',
  post_clearance_audit:
    '9: 사후심사 | 사후 심사 | 사후검사 | 사후 검사 | 통관 후 검사 | 통관후 검사 | 통관 후 심사 | 감사',
  registration_refusal: '8: 거부 | 거절 | 반려 | 등록이 안 | 체납 | 접수 불가',
  transport_bonded: '8: 보세창고 | 보세 창고 | 보세운송 | 보세 운송 | 보세 | 환적 | 독립운송\n4: 운송신고 | 봉인',
  processing_delay:
    '7: 지연 | 기다리고 | 기다려 | 대기 중 | 대기중 | 아직 승인 | 아직 처리 | 아직 통관 | 승인되지 않 | 처리되지 않 | 오래 걸 | 늦어\n3: 아직 | 언제',
  other_issue: '6: 주소 변경 | 주소가 변경 | 회사명 변경 | 상호 변경 | 대표자 변경 | 주소를 변경 | 협약 체결 | 관세사',
};
