// Two projects: `unit` (rules, services, views; Node, or jsdom where a file's first comment asks for it) and `journeys`
// (the built app in a real Electron, one after the other).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/journeys/**'],
          setupFiles: ['test/support/setup.ts'],
          // Processes rather than threads: a native database and process-wide state stay apart.
          pool: 'forks',
          // The default leaves one processor idle; on a machine of two that is half of it.
          maxWorkers: '100%',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
