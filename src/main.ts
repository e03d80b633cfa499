import { startApp } from './app.ts';
import { buildPages } from './commands/build-pages.ts';
import { readConfig } from './config.ts';
import { runUntilStopped } from './run-until-stopped.ts';

/** Production: settings from the environment, nothing planted. */
await runUntilStopped(async () => {
  const config = readConfig(process.env);
  const app = await startApp({ config, staticPages: await buildPages((line) => console.log(line)) });
  if (app.url !== '') console.log(`ready ${app.url}`);
  return app;
});
