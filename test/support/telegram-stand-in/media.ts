import type { World } from './world.ts';

type Kept = { file_id: string; file_unique_id: string; file_size: number };

/** Puts a file on the servers. `size` where Telegram is to say more than is really there; `path` with # for its number. */
export function keepFile(world: World, bytes: Uint8Array, path: string, size: number = bytes.length): Kept {
  const number = world.files.size + 1;
  const file_id = `AgACAgUAAxkBAAI${number}`;
  world.files.set(file_id, { path: path.replace('#', String(number)), bytes, size });
  return { file_id, file_unique_id: `AQAD${number}`, file_size: size };
}

/** A photo in the sizes in which Telegram offers it. */
export function photoSizes(world: World, bytes: Uint8Array) {
  const small = keepFile(world, bytes.slice(0, Math.ceil(bytes.length / 10)), 'thumbnails/file_#.jpg');
  const large = keepFile(world, bytes, 'photos/file_#.jpg');
  return [
    { ...small, width: 90, height: 67 },
    { ...large, width: 1280, height: 960 },
  ];
}

export interface DocumentToSend {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** What Telegram says of its size, for a file larger than anyone wants in a test. */
  size?: number;
  /** Telegram says nothing of its size before it is asked for it. */
  hidesSize?: boolean;
}

export function documentOf(world: World, { name, mediaType, bytes, size, hidesSize = false }: DocumentToSend) {
  const extension = /\.\w+$/.exec(name)?.[0] ?? '';
  const { file_size, ...kept } = keepFile(world, bytes, `documents/file_#${extension}`, size);
  return { file_name: name, mime_type: mediaType, ...kept, ...(hidesSize ? {} : { file_size }) };
}

/** What a message is about, in a few words, for the page of a developer. */
export function attachmentIn(content: Record<string, unknown>): string | null {
  const { document } = content;
  if (typeof document === 'object' && document !== null && 'file_name' in document) return String(document.file_name);
  const names: Record<string, string> = {
    photo: 'Ảnh',
    voice: 'Ghi âm',
    location: 'Vị trí',
    contact: 'Danh thiếp',
    sticker: 'Nhãn dán',
  };
  return Object.entries(names).find(([key]) => key in content)?.[1] ?? null;
}
