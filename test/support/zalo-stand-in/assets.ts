import { invalid, refused } from './fields.ts';
import type { Call } from './host.ts';
import { monthOf } from './local-time.ts';
import { spend } from './quota.ts';
import type { Asset, World } from './world.ts';

const lifeMs = 7 * 86_400_000;
const mebibyte = 1_048_576;

const kinds = {
  image: { longest: mebibyte, fits: (_: string, start: string) => /^(ffd8ff|89504e470d0a1a0a)/.test(start) },
  gif: { longest: 5 * mebibyte, fits: (_: string, start: string) => start.startsWith('47494638') },
  file: { longest: 5 * mebibyte, fits: (name: string) => /\.(pdf|docx?|csv)$/i.test(name) },
};

/** Takes an upload: one form field `file`, of a type and size that Zalo accepts. Answers the id to send it with. */
export async function upload(world: World, kind: Asset['kind'], { payload }: Call): Promise<string> {
  const { file } = payload;
  if (!(file instanceof File)) throw invalid('file');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (!kinds[kind].fits(file.name, start)) throw invalid('file type');
  if (bytes.length > kinds[kind].longest) throw refused(-210, 'file size exceeds the limit');
  spend(world, `upload ${kind} ${monthOf(world.now())}`, world.settings.uploadsPerMonth, -211);

  const id = `${kind}-${world.nextId()}`;
  world.assets.set(id, { kind, name: file.name, bytes, uploadedAt: world.now(), used: false });
  return id;
}

/** The asset that a message sends. It can be sent until seven days after its upload, not at that instant. */
export function takeAsset(world: World, id: string, kind: Asset['kind']): { name: string; bytes: Uint8Array } {
  const asset = world.assets.get(id);
  if (asset === undefined || asset.kind !== kind) throw invalid('attachment_id');
  if (world.now() >= asset.uploadedAt + lifeMs) throw refused(-100, 'Attachment is expired');
  if (asset.used && world.settings.assets === 'singleUse') throw refused(-238, 'Attachment id is already used');
  asset.used = true;
  return { name: asset.name, bytes: asset.bytes };
}
