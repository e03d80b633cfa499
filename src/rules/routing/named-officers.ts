import { fold } from '../identity/fold.ts';

/** Officers whose full name stands in the text, with or without marks. Namesakes are all named: nobody can tell them apart. */
export function officersNamed<Officer extends { name: string }>(text: string, officers: readonly Officer[]): Officer[] {
  const said = asWords(text);
  return officers.filter(({ name }) => said.includes(asWords(name)));
}

/**
 * Managers whose post stands in the text: the title with the name of the unit, or alone where one manager holds it.
 * Addressing a manager or asking one for help names nobody.
 */
export function postsNamed<Manager extends { title: string; unitNames: readonly string[] }>(
  text: string,
  managers: readonly Manager[],
): Manager[] {
  const said = asWords(text);
  const holders = Map.groupBy(managers, ({ title }) => asWords(title));
  return managers.filter(({ title, unitNames }) => {
    const isOnlyHolder = holders.get(asWords(title))?.length === 1;
    const posts = [...(isOnlyHolder ? [title] : []), ...unitNames.map((unit) => `${title} ${unit}`)];
    return posts.some((post) => isNamed(said, asWords(post)));
  });
}

const addressed =
  /(?:gui|thua|mong|nghi|nho|xin|bao cao|trinh|cam on) (?:(?:den|toi|len|duoc|quy|ong|ba|anh|chi|dong chi) )*$/;

function isNamed(said: string, post: string): boolean {
  for (let from = said.indexOf(post); from >= 0; from = said.indexOf(post, from + 1)) {
    if (!addressed.test(said.slice(0, from + 1))) return true;
  }
  return false;
}

/** Folded words with one space around each, so that "Lê An" is not found in "Lê Anh". */
function asWords(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
