import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../time/clock-face.ts';
import type { ImportDetail } from './data.ts';
import { useImportWords } from './words.ts';

const tones: Record<ImportDetail['state'], Tone> = {
  reading: 'paused',
  read: 'soon',
  refused: 'overdue',
  importing: 'paused',
  imported: 'met',
  stopped: 'overdue',
  discarded: 'ended',
};

export function StateTag({ state }: Pick<ImportDetail, 'state'>) {
  return <Tag tone={tones[state]}>{useImportWords().states[state]}</Tag>;
}
