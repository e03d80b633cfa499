import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChosenFileView, FileLimitsView } from '../../http/file-carriage.ts';
import { newKey } from '../data/request-key.ts';
import { dropFile, outlookQuery, type Upload, uploadFile } from './attach-upload.ts';
import { useAttachWords } from './attach-words.ts';
import { besideQuery, type Mode } from './beside.ts';
import { inMegabytes } from './file-size.ts';

/** A file on its way to the server, or one that did not get there. */
export interface UnderWay {
  /** Names the one request: sent again after a lost answer it is still one file. */
  key: string;
  file: File;
  mode: Mode;
  share: number;
  problem: string | null;
  /** What the server or the line said; null where the file was refused here. */
  error: unknown;
}

export type Attachments = ReturnType<typeof useAttachments>;

/** The files that go along with what is being written. The server keeps them, as it keeps the words. */
export function useAttachments(reference: string, mode: Mode) {
  const queryClient = useQueryClient();
  const words = useAttachWords();
  const { data: beside } = useQuery(besideQuery(reference));
  const { data: outlook } = useQuery(outlookQuery(reference));
  const [underWay, setUnderWay] = useState<readonly UnderWay[]>([]);
  const [uploads] = useState(() => new Map<string, Upload>());
  const limits = outlook?.files[mode];
  const chosen = beside?.files.filter((file) => file.mode === mode) ?? [];
  const here = underWay.filter((each) => each.mode === mode);

  function change(key: string, part: Partial<UnderWay>): void {
    setUnderWay((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)));
  }

  function forget(key: string): void {
    uploads.delete(key);
    setUnderWay((before) => before.filter((each) => each.key !== key));
  }

  function setChosen(next: (before: readonly ChosenFileView[]) => ChosenFileView[]): void {
    queryClient.setQueryData(besideQuery(reference).queryKey, (before) =>
      before === undefined ? before : { ...before, files: next(before.files) },
    );
  }

  function send({ key, file, mode: of }: Pick<UnderWay, 'key' | 'file' | 'mode'>): void {
    change(key, { share: 0, error: null });
    const upload = uploadFile({ reference, mode: of, file, key }, (share) => change(key, { share }));
    uploads.set(key, upload);
    upload.answer.then(
      (kept) => {
        setChosen((before) => [...before.filter(({ id }) => id !== kept.id), kept]);
        forget(key);
      },
      (error: unknown) => {
        if (uploads.has(key)) change(key, { error });
      },
    );
  }

  return {
    chosen,
    underWay: here,
    limits,
    ids: chosen.map(({ id }) => id),
    /** Whether what is written has to wait for a file. One that did not get there holds nothing up. */
    isBusy: here.some(({ problem, error }) => problem === null && error === null),
    choose(files: readonly File[]): void {
      let room = (limits?.mostFiles ?? 1) - chosen.length - here.length;
      const fresh = files.map((file): UnderWay => {
        const problem = room <= 0 ? words.tooMany(limits?.mostFiles ?? 1) : whyNot(file, limits, words);
        room -= problem === null ? 1 : 0;
        return { key: newKey(), file, mode, share: 0, problem, error: null };
      });
      setUnderWay((before) => [...before, ...fresh]);
      for (const each of fresh) if (each.problem === null) send(each);
    },
    again: send,
    giveUp(key: string): void {
      const upload = uploads.get(key);
      forget(key);
      upload?.abort();
    },
    remove(id: number): void {
      setChosen((before) => before.filter((file) => file.id !== id));
      // It may have gone out meanwhile: then the server shows what is left.
      dropFile(reference, id).catch(() => queryClient.invalidateQueries(besideQuery(reference)));
    },
  };
}

/** Said before anything is uploaded. What the bytes really are, the server looks at. */
function whyNot(
  { name, size }: File,
  limits: FileLimitsView | undefined,
  words: ReturnType<typeof useAttachWords>,
): string | null {
  if (limits === undefined) return null;
  if (size > limits.mostBytes) return words.tooLarge(inMegabytes(limits.mostBytes));
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  return ending !== undefined && !limits.endings.includes(ending) ? words.notAccepted : null;
}
