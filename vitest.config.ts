import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // By itself Vitest leaves one of two cores to nobody.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'rules',
          include: ['{src,scripts,supabase/tests}/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      // Starts whole servers: after the build, and one file at a time.
      {
        test: {
          name: 'server',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
