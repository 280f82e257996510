import { defineConfig } from 'vitest/config'

// What the sources look like, whatever they do.
const structure = 'scripts/checks/{imports,folder-size,function-length}.test.ts'

export default defineConfig({
  test: {
    // By itself Vitest leaves one of two cores to nobody.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'rules',
          include: ['{bench,src,scripts,supabase/tests}/**/*.test.{ts,tsx}'],
          exclude: [structure],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'imports', include: [structure], testTimeout: 60_000 } },
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
