const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
      module: { type: 'es6' },
    },
  ],
}

export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  injectGlobals: false,
  transform,
  modulePathIgnorePatterns: ['<rootDir>/build/', '/dist/'],
  testMatch: ['<rootDir>/**/test/**/*.test.ts'],
  // Beside the packages, not in the folder of a run, which goes with it.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testTimeout: 30_000,
  // Some of them wait most of the time: more files at once than a runner has processors.
  testSequencer: '<rootDir>/test/longest-first.mjs',
  maxWorkers: 4,
  // Modules that were loaded stay in a worker's memory: all of it is looked at by the collector, and copied by each fork.
  workerIdleMemoryLimit: '250MB',
}
