import { z } from '@hono/zod-openapi';
import type { ChannelName } from '../channel/port.ts';
import { fileKinds, isFileKind } from '../channel/webchat/file-kind.ts';
import {
  type Carriage,
  carriageOf,
  type FileLimits,
  mostFilesAtOnce,
  noteFileLimits,
  replyFileLimits,
} from '../rules/delivery/file-limits.ts';
import type { CaseUpload } from '../store/case-uploads.ts';
import type { DraftMode } from '../store/drafts.ts';

export const modeSchema = z.enum(['reply', 'note']);

export const chosenFileSchema = z
  .object({
    id: z.number(),
    mode: modeSchema,
    name: z.string(),
    mediaType: z.string(),
    size: z.number(),
    carriage: z.enum(['itself', 'link', 'not']).openapi({ description: 'How the enterprise gets it' }),
  })
  .openapi('ChosenFile');
export type ChosenFileView = z.infer<typeof chosenFileSchema>;

export const fileLimitsSchema = z
  .object({
    mostBytes: z.number(),
    mostFiles: z.number(),
    endings: z.array(z.string()).openapi({ description: 'What is taken, by what the bytes are' }),
    carried: z
      .array(z.object({ endings: z.array(z.string()), mostBytes: z.number() }))
      .nullable()
      .openapi({ description: 'What the platform carries as itself; null for everything' }),
    canLink: z.boolean().openapi({ description: 'Whether all else goes as an address where it can be fetched' }),
  })
  .openapi('FileLimits');
export type FileLimitsView = z.infer<typeof fileLimitsSchema>;

/** A case that hangs on no chat has nobody to send a file to: its files stay as notes do. */
export function limitsFor(mode: DraftMode, channel: ChannelName | null): FileLimits {
  return mode === 'note' || channel === null ? noteFileLimits : replyFileLimits[channel];
}

export function fileLimitsView(limits: FileLimits, publicUrl: string): FileLimitsView {
  return {
    mostBytes: limits.mostBytes,
    mostFiles: mostFilesAtOnce,
    endings: Object.keys(fileKinds),
    carried: limits.carried?.map(({ endings, mostBytes }) => ({ endings: [...endings], mostBytes })) ?? null,
    canLink: hasPublicAddress(publicUrl),
  };
}

export function chosenFileView(
  { id, mode, name, mediaType, size }: CaseUpload,
  channel: ChannelName | null,
  publicUrl: string,
): ChosenFileView {
  const carriage = carriageFor(limitsFor(mode, channel), { ending: endingOf(mediaType), size }, publicUrl);
  return { id, mode, name, mediaType, size, carriage };
}

export function carriageFor(limits: FileLimits, file: { ending: string; size: number }, publicUrl: string): Carriage {
  return carriageOf(limits, file, hasPublicAddress(publicUrl));
}

/** The type as platforms know it, without what only a browser needs. */
export function plainType(kind: keyof typeof fileKinds): string {
  return fileKinds[kind].split(';')[0] ?? fileKinds[kind];
}

function endingOf(mediaType: string): string {
  return Object.keys(fileKinds).find((kind) => isFileKind(kind) && plainType(kind) === mediaType) ?? '';
}

// As `openFileLinks` has it: no telephone opens anything else.
function hasPublicAddress(publicUrl: string): boolean {
  return publicUrl.startsWith('https://');
}
