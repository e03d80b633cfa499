/** What the buttons of look-ups carry: a version by its key, an article by its number. */
export const lookUpValues = {
  list: 'lookup:list',
  appendix: (versionId: number) => `lookup:in:${versionId}`,
  article: (versionId: number, article: string, page = 1) => `lookup:at:${versionId}:${article}:${page}`,
  helpful: (lookupId: number) => `lookup:good:${lookupId}`,
  unhelpful: (lookupId: number) => `lookup:bad:${lookupId}`,
  askOfficer: 'lookup:officer',
  frequent: 'lookup:frequent',
  frequentQuestion: (questionId: number) => `lookup:asked:${questionId}`,
} as const;
