import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const sources = fileURLToPath(new URL('./src', import.meta.url));
const server = process.env.PUBLIC_URL ?? 'http://localhost:3000';

const pages = Object.entries({
  console: `${sources}/console/index.html`,
  chat: `${sources}/channel/webchat/page/index.html`,
}).filter(([, page]) => existsSync(page));

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

export default defineConfig({
  root: sources,
  publicDir: false,
  // The server puts the nonce of each answer in its place.
  html: { cspNonce: 'nonce-of-the-answer' },
  plugins: [react(), consoleAddresses],
  build: {
    outDir: fileURLToPath(new URL('./dist/pages', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: Object.fromEntries(pages) },
  },
  server: { proxy: { '/api': server, '/chat/api': server, '/demo': server } },
});
