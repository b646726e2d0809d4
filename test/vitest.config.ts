import { defineConfig } from 'vitest/config'

/** One process for the files of a suite: nothing of ours is kept between tests but caches, and those are to be tried too. */
const suite = (name: string, more: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], testTimeout: 20_000, isolate: false, ...more },
})

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    // Half of them wait: for a browser, a mail server, a disk. vitest by itself leaves a core free, of two.
    maxWorkers: '100%',
    projects: [
      suite('domain'),
      suite('desk', { testTimeout: 60_000 }),
      suite('documents', { testTimeout: 60_000 }),
      suite('web', { testTimeout: 60_000 }),
      suite('mail'),
      suite('banks'),
      suite('exports'),
      suite('reading', { testTimeout: 120_000 }),
      suite('disclosure', { testTimeout: 120_000 }),
      suite('api'),
      suite('cli', { testTimeout: 120_000, hookTimeout: 120_000 }),
      suite('pages', { testTimeout: 180_000, hookTimeout: 120_000 }),
    ],
  },
})
