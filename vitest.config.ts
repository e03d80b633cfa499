import { defineConfig } from 'vitest/config';

// Tests run in UTC while the desk works in its own zone, so a forgotten zone shows itself.
process.env.TZ = 'UTC';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'test/{rules,import,dialogue,channel,console,commands,demonstration}/**/*.test.ts',
            'test/*.test.ts',
            'src/zalo-api-client/test/**/*.test.ts',
          ],
          exclude: ['test/**/*.{database,browser}.test.ts'],
        },
      },
      {
        test: {
          name: 'database',
          include: ['test/**/*.database.test.ts'],
          globalSetup: ['test/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
