import { type Host, html } from './host.ts';
import type { World } from './world.ts';

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  gif: 'image/gif',
  amr: 'audio/amr',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
};

/** The host of the files that people sent; anyone with the address may fetch them. */
export function mediaHost(world: World): Host {
  return {
    answer({ path }) {
      const bytes = world.media.get(path);
      if (bytes === undefined) return html(404, '<h1>404</h1>');
      const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      return { status: 200, headers: { 'content-type': type }, body: bytes };
    },
    refuse: () => html(404, '<h1>404</h1>'),
  };
}
