import type { Dispatch, DispatchFile } from '../../store/outbox.ts';
import type { Channel, Outgoing, Part } from '../port.ts';

export interface Rendered {
  parts: readonly Part[];
  /** The file that a part carries; null for a part of the text. */
  fileOf(index: number): DispatchFile | null;
}

/** The message as its channel sends it: always the same parts in the same order, so a count says which have gone out. */
export function rendered(channel: Channel, dispatch: Dispatch): Rendered {
  const { files } = dispatch;
  const spoken = spokenOf(dispatch);
  if (files.length === 0) return { parts: channel.render(spoken), fileOf: () => null };
  const outgoing = files.map(({ id, name, mediaType, claimedType, size }) => ({
    fileId: id,
    name,
    mediaType: mediaType ?? claimedType ?? 'application/octet-stream',
    size: size ?? 0,
  }));
  const parts = channel.render({ ...spoken, files: outgoing });
  const firstFile = parts.length - files.length;
  return { parts, fileOf: (index) => files[index - firstFile] ?? null };
}

function spokenOf({ message }: Dispatch): Outgoing {
  const { text, choices, detail } = message;
  return {
    text,
    ...(choices === null ? {} : { choices }),
    ...(detail?.kind === 'phoneQuestion' ? { asksForPhone: detail.stands } : {}),
  };
}
