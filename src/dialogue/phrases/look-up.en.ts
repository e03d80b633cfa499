import type { LookUpPhrases } from './look-up.vi.ts';
import { dayOfDate } from './say-day.ts';

/** What is said while appendices are looked up, in English. The texts themselves are quoted in Vietnamese, as they stand. */
export const lookUpEn: LookUpPhrases = {
  ask: 'What would you like to look up in the appendices of the agreement? Type a question (for example: *how early to register for Saturday*) or an address (*appendix 6 article 4*), or choose an appendix below. The texts are quoted in Vietnamese, word for word.',
  appendices: (day) => `*The appendices of the agreement*${day === null ? '' : ` (as of ${dayOfDate(day)})`}`,
  articlesOf: (code, title) => `*${code}. ${title}*`,
  chooseArticle: 'Press or type the article to read (for example: *article 4*).',
  article: (number) => `Article ${number}`,
  version: (label, from, until) =>
    `Version ${label}, in force from ${dayOfDate(from)}${until === null ? '' : ` through ${dayOfDate(until)}`}.`,
  asOf: (day) => `As of ${dayOfDate(day)}.`,
  asOfSigned: (number, day) => `As in force on the day agreement ${number} was signed (${dayOfDate(day)}).`,
  notSigned: 'No agreement of your enterprise is on record, so this is the version in force today.',
  nothingInForce: (day) =>
    `No appendix was in force on ${dayOfDate(day)}. Please choose another day or ask an officer.`,
  alsoSee: 'This may help too:',
  whole: (number) => `All of Article ${number}`,
  previous: (number) => `‹ Article ${number}`,
  next: (number) => `Article ${number} ›`,
  page: (page, of) => `(part ${page} of ${of})`,
  nextPage: (page, of) => `Read on (${page}/${of})`,
  helpful: 'Helpful',
  unhelpful: 'Not right, ask an officer',
  askOfficer: 'Ask an officer',
  browse: 'All appendices',
  frequent: 'Frequent questions',
  frequentAsked: '*Frequent questions*\nPlease choose one:',
  noneFrequent: 'There are no frequent questions yet. Please type your own.',
  back: 'Menu',
  thanks: 'Thank you for telling us. Ask on if you like.',
  notFound:
    'I cannot find this in the appendices of the agreement, and I will not guess. You can ask an officer, or browse the appendices.',
  notFoundIn: (code) => `I cannot find this in ${code}. These are its articles:`,
  noSuchArticle: (code, number) => `${code} has no Article ${number}. These are its articles:`,
  noSuchAppendix: (code) => `No appendix ${code} is in force. These are the appendices there are:`,
  whichAppendix: (article) => `Article ${article} of which appendix?`,
  firstArticle: 'This is the first article of the appendix.',
  lastArticle: 'This is the last article of the appendix.',
  gone: 'This version can no longer be read here. Please look it up again.',
  kept: (percent, kept, of) => `This promise was kept in ${percent} % of cases this month (${kept}/${of}).`,
  question: (query, shown) =>
    [
      query === null
        ? 'A question about what I looked up in the appendices.'
        : `Looked up in the appendices: “${query}”.`,
      shown.length === 0 ? 'The assistant found nothing that fits.' : `The assistant quoted: ${shown.join('; ')}.`,
    ].join('\n'),
  cut: '…',
};
