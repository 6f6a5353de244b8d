import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // a busy machine is slow, not wrong
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    execArgv: ['--conditions=source'],
  },
})
