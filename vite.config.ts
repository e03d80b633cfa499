import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { keepEarlierAssets } from './src/commands/earlier-assets.ts';

const sources = fileURLToPath(new URL('./src', import.meta.url));
const outDir = fileURLToPath(new URL('./dist/pages', import.meta.url));
const server = process.env.PUBLIC_URL ?? 'http://localhost:3000';

const pages = Object.entries({
  console: `${sources}/console/index.html`,
  chat: `${sources}/channel/webchat/page/index.html`,
}).filter(([, page]) => existsSync(page));

const inBrowser = ({ name }: { name: string }) => name === 'client';

/** While developing, every address below /console is the console's one page, as it is on the real server. */
const consoleAddresses: Plugin = {
  name: 'console-addresses',
  configureServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      if (request.url !== undefined && /^\/console(\/[^.]*)?$/.test(request.url)) request.url = '/console/index.html';
      next();
    });
  },
};

/** The letters of the pages are asked for with the scripts: found only in the styles they would come after the first picture. */
const lettersFirst: Plugin = {
  name: 'letters-first',
  transformIndexHtml: {
    order: 'post',
    handler: (_page, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((name) => name.endsWith('.woff2'))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${name}` },
          injectTo: 'head',
        })),
  },
};

/**
 * What the server drew is on the screen before the scripts are compiled, and not in the middle of that: they are named behind
 * it, and come while it is drawn.
 */
const scriptsLast: Plugin = {
  name: 'scripts-last',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(page) {
      const named = /^ *(?:<script type="module"[^>]*><\/script>|<link rel="modulepreload"[^>]*>)\n/gmu;
      const scripts = page.match(named) ?? [];
      return page.replace(named, '').replace(/^ *<\/body>/mu, (end) => `${scripts.join('')}${end}`);
    },
  },
};

const smaller = [
  ['gz', (text: Uint8Array) => promisify(gzip)(text, { level: 9 })],
  // Stronger takes ten times as long for a twentieth less.
  ['br', (text: Uint8Array) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })],
] as const;

/** Beside each text lies what is sent of it, so that nothing is compressed while somebody waits. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  applyToEnvironment: inBrowser,
  async writeBundle({ dir = '' }, bundle) {
    const texts = Object.values(bundle).filter(({ fileName }) => /^assets\/.+\.(?:js|css|svg)$/u.test(fileName));
    await Promise.all(
      texts.map(async (each) => {
        const text = Buffer.from(each.type === 'chunk' ? each.code : each.source);
        for (const [ending, compress] of smaller)
          await writeFile(join(dir, `${each.fileName}.${ending}`), await compress(text));
      }),
    );
  },
};

/**
 * Nearly everything in what a page loads first is called while it starts: Chromium then compiles it beside fetching, not in
 * the way of the first picture.
 */
const calledAtOnce: Plugin = {
  name: 'called-at-once',
  apply: 'build',
  applyToEnvironment: inBrowser,
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const each of Object.values(bundle))
        if (each.type === 'chunk' && (each.isEntry || each.name === 'shared'))
          each.code = `//# allFunctionsCalledOnLoad\n${each.code}`;
    },
  },
};

/** A page that is open while the desk is updated still finds the parts that it fetches later. */
function earlierAssets(): Plugin {
  let written: { dir: string; names: string[] } | null = null;
  return {
    name: 'earlier-assets',
    apply: 'build',
    applyToEnvironment: inBrowser,
    writeBundle({ dir = '' }, bundle) {
      written = { dir, names: Object.keys(bundle).filter((name) => name.startsWith('assets/')) };
    },
    async closeBundle() {
      if (written !== null) await keepEarlierAssets(written.dir, written.names);
    },
  };
}

export default defineConfig({
  root: sources,
  publicDir: false,
  // Both environments in one build.
  builder: {},
  // The server puts the nonce of each answer in its place.
  html: { cspNonce: 'nonce-of-the-answer' },
  plugins: [react(), consoleAddresses, lettersFirst, scriptsLast, calledAtOnce, compressed, earlierAssets()],
  environments: {
    client: {
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2022',
        rolldownOptions: {
          input: Object.fromEntries(pages),
          // What the console needs at once comes in three files: dozens of small ones take longer than what they hold.
          output: {
            codeSplitting: {
              groups: [
                {
                  name: 'shared',
                  tags: ['$initial'],
                  test: /\/(?:react|react-dom|scheduler)\/|polyfill|rolldown\/runtime/u,
                  priority: 2,
                },
                { name: 'first', tags: ['$initial'], test: /\/(?:node_modules|src\/console)\//u, priority: 1 },
              ],
            },
          },
        },
      },
    },
    // What the server draws the console's first picture with: all of it in one place, so that it needs nothing installed.
    ssr: {
      resolve: { noExternal: true },
      // Decided while building, as for browsers: at run time it would be the slow and talkative one.
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: {
        outDir: join(outDir, 'drawing'),
        emptyOutDir: true,
        target: 'node20',
        rolldownOptions: { input: `${sources}/console/first-picture.tsx` },
      },
    },
  },
  server: { proxy: { '/api': server, '/chat/api': server, '/demo': server } },
});
