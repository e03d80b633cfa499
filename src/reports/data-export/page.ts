import type { RetentionRule } from '../../rules/privacy/retention.ts';
import { onTheWall } from '../../rules/working-time/wall-clock.ts';
import type { KeptAbout } from '../../store/data-subjects.ts';
import type { casesToExport, ExportedMessage, ratingsToExport } from '../../store/export-reading.ts';
import type { ExportWords } from './words.ts';

export interface ExportHead {
  kept: KeptAbout;
  cases: Awaited<ReturnType<typeof casesToExport>>;
  ratings: Awaited<ReturnType<typeof ratingsToExport>>;
  periods: readonly RetentionRule[];
  preparedAt: Date;
  zone: string;
}

/** The readable copy up to where its messages begin. It carries nothing that a browser would run or fetch. */
export function pageHead(head: ExportHead, words: ExportWords): string {
  const { kept, cases, ratings, periods, preparedAt, zone } = head;
  const when = (at: Date) => readable(at, zone);
  return `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${plain(words.title)}</title>
<style>body{font:16px/1.5 system-ui;max-width:48rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem}article{border-top:1px solid #ccc;padding:.5rem 0;white-space:pre-wrap}small{color:#555}</style></head><body>
<h1>${plain(words.title)}</h1>
<p>${plain(words.preparedAt)}: ${when(preparedAt)}</p>
<h2>${plain(words.person)}</h2>
<dl>
<dt>${plain(words.name)}</dt>${lines([kept.name ?? words.none])}
<dt>${plain(words.phones)}</dt>${lines(kept.phones, words)}
<dt>${plain(words.chats)}</dt>${lines(
    kept.chats.map(({ channel, address, displayName, since }) =>
      [channel, address, displayName ?? '', when(since)].filter((part) => part !== '').join(' · '),
    ),
    words,
  )}
<dt>${plain(words.links)}</dt>${lines(
    kept.links.map(({ enterprise, taxCode, since, until }) =>
      [enterprise, taxCode, `${when(since)} – ${until === null ? '' : when(until)}`].join(' · '),
    ),
    words,
  )}
<dt>${plain(words.consents)}</dt>${lines(
    kept.consents.map(({ answer, textVersion, at }) => `${when(at)} · ${words.answers[answer]} · ${textVersion}`),
    words,
  )}
<dt>${plain(words.periods)}</dt>${lines(
    periods.map(({ what, days, basis }) => `${what}: ${words.days(days)} · ${basis}`),
    words,
  )}
</dl>
<h2>${plain(words.cases)}</h2><dl>${cases
    .map(
      ({ reference, state, openedAt, declarationNo, description }) =>
        `<dt>${plain(reference)}</dt>${lines([[state, when(openedAt), declarationNo ?? ''].filter((part) => part !== '').join(' · '), description])}`,
    )
    .join('\n')}</dl>
<h2>${plain(words.ratings)}</h2><dl>${ratings
    .map(
      ({ declaration, subject, level, comment, ratedAt }) =>
        `<dt>${plain(declaration)}</dt>${lines([`${subject} · ${level}/5 · ${when(ratedAt)}`, ...(comment === null ? [] : [comment])])}`,
    )
    .join('\n')}</dl>
<h2>${plain(words.messages)}</h2>
`;
}

export function pageMessage(message: ExportedMessage, words: ExportWords, zone: string): string {
  const { channel, author, at, text, earlierTexts, files } = message;
  const head = [readable(at, zone), words.authors[author], channel, message.case ?? ''];
  const earlier = earlierTexts.map((each) => `\n<small>${plain(words.earlier)}: ${plain(each.text)}</small>`);
  const attached = files.map(({ name }) => `\n[${plain(name)}]`);
  const about = plain(head.filter((part) => part !== '').join(' · '));
  return `<article><small>${about}</small>\n${plain(text)}${earlier.join('')}${attached.join('')}</article>\n`;
}

export const pageFoot = '</body></html>\n';

function lines(texts: readonly string[], words?: ExportWords): string {
  const shown = texts.length === 0 && words !== undefined ? [words.none] : texts;
  return shown.map((text) => `<dd>${plain(text)}</dd>`).join('');
}

function readable(at: Date, zone: string): string {
  const { day, month, year, hour, minute } = onTheWall(at, zone);
  const [dd, mm, hh, min] = [day, month, hour, minute].map((part) => String(part).padStart(2, '0'));
  return `${dd}/${mm}/${year} ${hh}:${min}`;
}

/** What people wrote is shown and never read as markup. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
