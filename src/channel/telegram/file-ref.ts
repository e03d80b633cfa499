/** The largest file that the Bot API hands to a bot. */
export const platformLimitBytes = 20 * 1024 * 1024;

// Neither of Telegram's two ids has this sign in it.
const between = '#';

/**
 * What we call a file of Telegram: the id to ask for it with, which changes from one delivery to the next, and behind it
 * the one that stays, by which a file is recognised.
 */
export function refOf(file: { file_id: string; file_unique_id?: string | undefined }): string {
  return file.file_unique_id === undefined ? file.file_id : `${file.file_id}${between}${file.file_unique_id}`;
}

export function fileIdOf(ref: string): string {
  const at = ref.lastIndexOf(between);
  return at < 0 ? ref : ref.slice(0, at);
}
