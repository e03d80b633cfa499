import type { AppendixDocument, Article } from '../../knowledge/document.ts';
import type { Random } from '../generate/random.ts';

const articlesInOne = 20;

/** Appendices with `count` articles made by recombining the sentences, headings and titles of real ones. */
export function recombined(texts: readonly AppendixDocument[], count: number, random: Random): AppendixDocument[] {
  const articles = texts.flatMap((text) => text.articles);
  const sentences = articles.flatMap(({ clauses }) => clauses.map(({ text }) => text)).flatMap(sentencesIn);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random.next() * values.length)];
    if (value === undefined) throw new Error('There is nothing to choose from');
    return value;
  };
  const article = (number: number): Article => ({
    number: String(number),
    heading: `${pick(articles).heading}, ${pick(articles).heading.toLowerCase()}`,
    chapter: null,
    text: '',
    clauses: Array.from({ length: 2 + Math.floor(random.next() * 3) }, (_, at) => ({
      number: String(at + 1),
      text: `${pick(sentences)} ${pick(sentences)}`,
      points: [],
    })),
  });
  return Array.from({ length: Math.ceil(count / articlesInOne) }, (_, at) => {
    const base = pick(texts);
    return {
      ...base,
      code: `PL${String(at + 1).padStart(3, '0')}`,
      title: `${pick(texts).title}; ${base.title.toLowerCase()}`,
      articles: Array.from({ length: articlesInOne }, (_, number) => article(number + 1)),
    };
  });
}

/** What people might type: some words of one sentence, every second time without marks, with what asks around them. */
export function someQuestions(
  documents: readonly AppendixDocument[],
  count: number,
  random: Random,
  withoutMarks: (text: string) => string,
): string[] {
  const clauses = documents.flatMap(({ articles }) => articles.flatMap((article) => article.clauses));
  return Array.from({ length: count }, (_, at) => {
    const words = (clauses[Math.floor(random.next() * clauses.length)]?.text ?? '').split(' ');
    const length = 4 + Math.floor(random.next() * 6);
    const from = Math.floor(random.next() * Math.max(1, words.length - length));
    const question = `theo phụ lục ${words.slice(from, from + length).join(' ')} thì thế nào`;
    return at % 2 === 0 ? question : withoutMarks(question);
  });
}

function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.;])\s+/u).filter((sentence) => sentence.length > 20);
}
