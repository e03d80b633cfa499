import { Button, CloseButton, Progress, Tooltip } from '@mantine/core';
import type { ChosenFileView } from '../../http/file-carriage.ts';
import { Icon } from '../components/icons.tsx';
import { Problem, sentenceFor } from '../data/problem.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './attach-strip.module.css';
import { useAttachWords } from './attach-words.ts';
import { inMegabytes } from './file-size.ts';
import type { Attachments, UnderWay } from './use-attachments.ts';

interface AttachStripProps {
  reference: string;
  attachments: Attachments;
  /** While an answer is held back its files stay as they are. */
  isFixed: boolean;
}

/** What goes along with the words: files that are there, those on their way, and those that did not get there. */
export function AttachStrip({ reference, attachments, isFixed }: AttachStripProps) {
  const words = useAttachWords();
  const { chosen, underWay } = attachments;
  if (chosen.length + underWay.length === 0) return null;
  return (
    <ul aria-label={words.chosen} className={styles.files}>
      {chosen.map((file) => (
        <li key={file.id} className={styles.file}>
          <Chosen reference={reference} file={file} />
          {!isFixed && (
            <CloseButton size="sm" aria-label={words.remove(file.name)} onClick={() => attachments.remove(file.id)} />
          )}
        </li>
      ))}
      {underWay.map((each) => (
        <OnItsWay key={each.key} underWay={each} attachments={attachments} />
      ))}
    </ul>
  );
}

function Chosen({ reference, file }: { reference: string; file: ChosenFileView }) {
  const words = useAttachWords();
  const { id, name, size, mediaType, carriage } = file;
  const address = `/api/v1/cases/${reference}/files/${id}`;
  const isPicture = mediaType.startsWith('image/');
  return (
    <>
      <a href={address} target="_blank" rel="noreferrer" className={styles.name}>
        {isPicture ? <img src={address} alt="" className={styles.thumbnail} /> : <Icon name="clip" size={15} />}
        <span className={styles.words}>{name}</span>
      </a>
      <span className="quiet figures">{inMegabytes(size)}</span>
      {carriage === 'link' && (
        <Tooltip label={words.asLinkHint}>
          <span className={styles.mark}>{words.asLink}</span>
        </Tooltip>
      )}
      {carriage === 'not' && <span className={styles.mark}>{words.notCarried}</span>}
    </>
  );
}

function OnItsWay({ underWay, attachments }: { underWay: UnderWay; attachments: Attachments }) {
  const words = useAttachWords();
  const phrases = usePhrases();
  const { key, file, share, problem, error } = underWay;
  const refusal = problem ?? (error === null ? null : sentenceFor(error, phrases));
  return (
    <li className={styles.file} data-refused={refusal !== null}>
      <Icon name={refusal === null ? 'clip' : 'warning'} size={15} />
      <span className={styles.words}>{file.name}</span>
      {refusal === null ? (
        <Progress
          value={share * 100}
          size="sm"
          className={styles.progress ?? ''}
          aria-label={words.uploading(file.name)}
        />
      ) : (
        <span role="alert">{refusal}</span>
      )}
      {/* The server's no stays a no; a line that broke may hold the next time. */}
      {error !== null && !(error instanceof Problem) && (
        <Button size="compact-xs" variant="default" onClick={() => attachments.again(underWay)}>
          {words.again}
        </Button>
      )}
      <CloseButton size="sm" aria-label={words.remove(file.name)} onClick={() => attachments.giveUp(key)} />
    </li>
  );
}
