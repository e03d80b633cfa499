import { defineConfig } from 'vitest/config';

// Tests run in UTC while the desk works in its own zone, so a forgotten zone shows itself.
process.env.TZ = 'UTC';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          isolate: false,
          include: ['test/**/*.test.ts', 'src/zalo-api-client/test/**/*.test.ts'],
          exclude: ['test/**/*.{database,browser}.test.ts'],
        },
      },
      {
        test: {
          name: 'database',
          // Every test has a database of its own, so files need no process of their own: reading the modules once halves the run.
          isolate: false,
          maxWorkers: 2,
          include: ['test/**/*.database.test.ts'],
          globalSetup: ['test/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          // A page on a machine with two cores takes longer than a second now and then.
          expect: { poll: { timeout: 10_000 } },
          include: ['test/**/*.browser.test.ts'],
          globalSetup: ['test/support/planted-demo.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
