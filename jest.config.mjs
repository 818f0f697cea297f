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
  testTimeout: 30_000,
  // Two of the files wait most of the time, and come first: more of them than a runner has processors.
  testSequencer: '<rootDir>/test/waiting-first.mjs',
  maxWorkers: 3,
}
