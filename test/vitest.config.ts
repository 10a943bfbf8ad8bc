import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname
/** See there. */
const alias = [{ find: /^strophe\.js$/u, replacement: `${root}test/stand-ins/strophe-in-node.ts` }]

// The limits of time end what hangs, and are far from what a test takes on a busy computer; how fast something has to be
// is asserted where it is measured.
export default defineConfig({
  test: {
    // Two files side by side on two cores: sound in real time needs room to breathe.
    maxWorkers: 2,
    projects: [
      {
        root,
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          environment: 'node',
          // The modules of a file are there for the next one: to load them took longer than most tests.
          isolate: false,
          setupFiles: ['test/unit/empty-disk.ts'],
          testTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: 'screen',
          include: ['test/unit/**/*.test.tsx'],
          environment: 'jsdom',
          isolate: false,
          setupFiles: ['test/unit/empty-disk.ts', 'test/unit/ui/setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        root,
        resolve: { alias },
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          exclude: ['test/contract/{cases,chat}*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        root,
        resolve: { alias },
        test: {
          name: 'shift',
          include: ['test/shift/**/*.test.ts'],
          exclude: ['test/shift/{cases,story}*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        resolve: { alias },
        test: {
          // Nothing is heard in these, so that they can go beside the others.
          name: 'silent',
          include: ['test/contract/{cases,chat}*.test.ts', 'test/shift/{cases,story}*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
