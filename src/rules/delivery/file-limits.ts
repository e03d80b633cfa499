const megabyte = 1024 * 1024;

/** How a file of ours comes to the person: as itself, as an address where it can be fetched, or not at all. */
export type Carriage = 'itself' | 'link' | 'not';

export interface FileLimits {
  /** Nothing larger is taken at all. */
  mostBytes: number;
  /** What the platform carries, by the ending that the bytes earn; null where it carries every kind up to the limit. */
  carried: readonly { endings: readonly string[]; mostBytes: number }[] | null;
}

type LimitedChannel = 'telegram' | 'zalo' | 'zaloBot' | 'webchat';

/** For a note, which leaves the console with nobody. */
export const noteFileLimits: FileLimits = { mostBytes: 20 * megabyte, carried: null };

// What the Bot API takes as a document; a picture beyond 10 MB goes as one by itself.
const telegram: FileLimits = { mostBytes: 50 * megabyte, carried: null };
// An Official Account uploads these and nothing else; all others go as an address, kept as small as on the chat page.
const zalo: FileLimits = {
  mostBytes: 20 * megabyte,
  carried: [
    { endings: ['jpg', 'png'], mostBytes: megabyte },
    { endings: ['pdf', 'doc', 'docx', 'csv'], mostBytes: 5 * megabyte },
  ],
};

/** What can go along with an answer, by the channel of the case. */
export const replyFileLimits: Record<LimitedChannel, FileLimits> = {
  telegram,
  zalo,
  // A bot of the Bot Platform has no way to upload a document; it sends an address.
  zaloBot: { mostBytes: 20 * megabyte, carried: [] },
  // Ours: what people may send there themselves.
  webchat: { mostBytes: 10 * megabyte, carried: null },
};

/** The largest of all: what the server reads of a body before it knows the case. */
export const largestFileBytes = telegram.mostBytes;

/** How many files go along with one message. */
export const mostFilesAtOnce = 10;

/**
 * How a file would come to the person. A file of exactly the limit still goes. `canLink` says whether we have an address
 * that a telephone can open.
 */
export function carriageOf(
  limits: FileLimits,
  { ending, size }: { ending: string; size: number },
  canLink: boolean,
): Carriage {
  if (size > limits.mostBytes) return 'not';
  if (limits.carried === null) return 'itself';
  const isCarried = limits.carried.some(({ endings, mostBytes }) => endings.includes(ending) && size <= mostBytes);
  if (isCarried) return 'itself';
  return canLink ? 'link' : 'not';
}
