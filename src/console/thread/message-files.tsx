import type { MessageView } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import { usePhrases } from '../language/language.tsx';
import styles from './message-files.module.css';

type FileView = MessageView['files'][number];

/** Pictures as thumbnails, voices to be listened to, everything else as a line; what was not kept says why. */
export function MessageFiles({ files }: Pick<MessageView, 'files'>) {
  if (files.length === 0) return null;
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <OneFile file={file} />
        </li>
      ))}
    </ul>
  );
}

function OneFile({ file }: { file: FileView }) {
  const phrases = usePhrases();
  if (file.state !== 'stored') {
    return (
      <span className={styles.line}>
        <Icon name="clip" size={15} />
        {file.name} <span className="quiet">({phrases.files[file.state]})</span>
      </span>
    );
  }
  if (/^audio\//.test(file.mediaType ?? '')) {
    return (
      <audio controls preload="none" src={file.url} aria-label={phrases.file(file.name)} className={styles.voice}>
        {/* Nobody has written down what was said: the track stays empty. */}
        <track kind="captions" />
      </audio>
    );
  }
  const isPicture = /^image\/(png|jpeg|webp|gif)$/.test(file.mediaType ?? '');
  return (
    <a href={file.url} target="_blank" rel="noreferrer" className={isPicture ? styles.picture : styles.line}>
      {isPicture ? (
        <img src={file.url} alt={phrases.file(file.name)} loading="lazy" />
      ) : (
        <>
          <Icon name="clip" size={15} />
          {file.name} {file.size !== null && <span className="quiet">({inWords(file.size)})</span>}
        </>
      )}
    </a>
  );
}

function inWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
