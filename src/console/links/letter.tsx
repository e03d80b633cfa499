import { useQuery } from '@tanstack/react-query';
import qrcode from 'qrcode';
import { dayInWords, type LetterItem, letterWords } from './letter-words.ts';
import styles from './letters.module.css';

/** A letter to one enterprise, as it comes out of the printer. */
export function Letter({ item }: { item: LetterItem }) {
  return (
    <article className={styles.letter} lang="vi">
      <h3>{letterWords.title}</h3>
      <p>{letterWords.addressee(item)}</p>
      {item.enterprise.address !== null && <p>{item.enterprise.address}</p>}
      {letterWords.body.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div className={styles.ways}>
        {item.telegramLink !== null && <Way link={item.telegramLink} words={letterWords.telegram} />}
        {item.webchatLink !== null && <Way link={item.webchatLink} words={letterWords.webchat} />}
      </div>
      <p>{letterWords.zalo}</p>
      <p>{letterWords.codeIs}</p>
      <p className={styles.code}>{item.code}</p>
      <p>{letterWords.until(dayInWords(item.expiresAt))}</p>
    </article>
  );
}

/** A picture that a telephone reads, drawn here: the link leaves the page on paper only. */
function Way({ link, words }: { link: string; words: string }) {
  const { data: picture } = useQuery({
    queryKey: ['qr', link],
    queryFn: () => qrcode.toString(link, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <div className={styles.way}>
      {picture !== undefined && <img src={`data:image/svg+xml,${encodeURIComponent(picture)}`} alt={link} />}
      {words}
    </div>
  );
}
