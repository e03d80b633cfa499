/**
 * What buttons carry. At most 64 bytes of ASCII, and only a wish: on some platforms a button comes back as text that
 * anybody can type, so every verb behind one checks who is asking.
 */
export const commandValues = {
  agree: 'consent:yes',
  decline: 'consent:no',
  menu: 'menu',
  issue: 'menu:issue',
  cases: 'menu:cases',
  rate: 'menu:rate',
  lookUp: 'menu:lookup',
  officer: 'menu:officer',
  language: 'menu:language',
  speak: (language: 'vi' | 'en') => `speak:${language}`,
  sendAsIssue: 'issue:this',
  cardSend: 'card:send',
  cardAsk: (field: 'description' | 'declaration' | 'office' | 'category') => `card:ask:${field}`,
  cardOffice: (code: string) => `card:office:${code}`,
  cardCategory: (code: string) => `card:category:${code}`,
  cardMoreCategories: (page: number) => `card:categories:${page}`,
  cardUrgent: 'card:urgent',
  cardIsIssue: 'card:issue',
  cardSkip: 'card:skip',
  leave: 'leave',
  view: (reference: string) => `case:${reference}`,
  add: (reference: string) => `add:${reference}`,
  solved: (reference: string) => `solved:${reference}`,
  notSolved: (reference: string) => `unsolved:${reference}`,
  raise: (reference: string) => `raise:${reference}`,
  olderThan: (id: number) => `older:${id}`,
  acknowledge: (alertId: number) => `ack:${alertId}`,
} as const;
