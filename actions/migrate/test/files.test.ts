import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addressOf, readMigrations } from '../src/files.ts'
import type { LayoutName } from '../src/layout/index.ts'

let workspace: string

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'omninode-files-'))
  mkdirSync(join(workspace, 'm'))
})
afterEach(() => rmSync(workspace, { recursive: true, force: true }))

function write(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, 'm', name)), { recursive: true })
    writeFileSync(join(workspace, 'm', name), content)
  }
}

const read = (layout: LayoutName | 'auto' = 'auto') => readMigrations(workspace, 'm', layout)
const versions = () => read().migrations.map(({ version }) => version)
const problems = () => read().problems.map(({ code, source }) => `${code} ${source?.file}:${source?.line}`)
const pair = (stem: string) => ({ [`${stem}.up.sql`]: 'SELECT 1', [`${stem}.down.sql`]: 'SELECT 2' })

describe('numbered files', () => {
  test('are read in their order, with both ways and the checksum of the up file', () => {
    write({ ...pair('0002_b'), ...pair('0001_a') })
    expect(read()).toMatchObject({
      problems: [],
      migrations: [
        { version: '0001', name: 'a', up: { file: 'm/0001_a.up.sql' }, down: { file: 'm/0001_a.down.sql' } },
        { version: '0002', name: 'b' },
      ],
    })
    expect(read().migrations.map(addressOf)).toEqual(['m/0001_a', 'm/0002_b'])
  })

  test('have a checksum that line ends do not change', () => {
    write({ '0001_a.up.sql': 'SELECT 1;\nSELECT 2;\n', '0001_a.down.sql': '' })
    const [unix] = read().migrations
    write({ '0001_a.up.sql': 'SELECT 1;\r\nSELECT 2;\r\n' })
    expect(read().migrations[0]?.checksum).toBe(unix?.checksum)
  })

  test('that are wrong in many ways are told all at once, each with its place and what to do', () => {
    write({
      ...pair('0001_a'),
      ...pair('0001_twice'),
      ...pair('0004_gap'),
      '0005_no_rollback.up.sql': 'SELECT 1',
      '0006_no_up.down.sql': 'SELECT 1',
      '0006_Upper.up.sql': 'SELECT 1',
      '0006_bad.up.sql': '-- migrate: retries lots\nSELECT 1',
    })
    expect(problems().sort()).toEqual([
      'DIRECTIVE_UNKNOWN m/0006_bad.up.sql:1',
      'MIGRATION_DUPLICATE m/0001_twice.up.sql:1',
      'MIGRATION_GAP m/0004_gap.up.sql:1',
      'MIGRATION_MISSING m/0006_no_up.down.sql:1',
      'MIGRATION_NAME m/0006_Upper.up.sql:1',
      'ROLLBACK_MISSING m/0005_no_rollback.up.sql:1',
      'ROLLBACK_MISSING m/0006_bad.up.sql:1',
    ])
    const gap = read().problems.find(({ code }) => code === 'MIGRATION_GAP')
    expect(gap?.what).toBe('Between 0001_twice and 0004_gap there is a gap.')
    expect(gap?.fix).toContain('0002_gap')
  })

  test('may say that they cannot be undone, and why', () => {
    write({ '0001_a.up.sql': '-- migrate: irreversible: the keys are gone\nSELECT 1' })
    expect(read()).toMatchObject({
      problems: [],
      migrations: [{ down: undefined, irreversible: 'the keys are gone' }],
    })
    write({ '0001_a.down.sql': 'SELECT 1' })
    expect(problems()).toEqual(['ROLLBACK_UNEXPECTED m/0001_a.down.sql:1'])
  })

  test('that are no text are refused', () => {
    write({
      ...pair('0001_a'),
      '0001_a.up.sql': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('SELECT 1')]),
      ...pair('0002_b'),
      '0002_b.up.sql': Buffer.from([0x53, 0, 0x45]),
      ...pair('0003_c'),
      '0003_c.up.sql': Buffer.from([0x53, 0xff, 0x45]),
    })
    expect(read().problems.map(({ what }) => what)).toEqual([
      '0001_a.up.sql begins with a byte order mark.',
      '0002_b.up.sql has a NUL byte.',
      '0003_c.up.sql is not UTF-8.',
    ])
  })

  test('that lead out of the checkout are refused', () => {
    write(pair('0001_a'))
    rmSync(join(workspace, 'm/0001_a.up.sql'))
    symlinkSync('/etc/hostname', join(workspace, 'm/0001_a.up.sql'))
    expect(problems()).toEqual(['MIGRATION_OUTSIDE m/0001_a.up.sql:1'])
  })
})

describe('files with a rollback folder', () => {
  test('are numbered, or known by their day and name', () => {
    write({
      '021_a.sql': '1',
      'rollback/021_a_rollback.sql': '2',
      '022_b.sql': '1',
      'rollback/022_b_rollback.sql': '2',
    })
    expect(versions()).toEqual(['021', '022'])
    expect(read().migrations[0]).toMatchObject({ down: { file: 'm/rollback/021_a_rollback.sql' } })
    expect(read().migrations.map(addressOf)).toEqual(['m/021_a', 'm/022_b'])
  })

  test('may share a day, and run in the order of their names', () => {
    write({
      '20260131_b.sql': '1',
      'rollback/20260131_b_rollback.sql': '2',
      '20260131_a.sql': '1',
      'rollback/20260131_a_rollback.sql': '2',
      '00000000_tracking.sql': '-- migrate: irreversible: the ledger itself\nSELECT 1',
    })
    expect(versions()).toEqual(['00000000_tracking', '20260131_a', '20260131_b'])
    expect(problems()).toEqual([])
  })

  test('are told about duplicates, gaps and rollbacks of nothing', () => {
    write({
      '001_a.sql': '1',
      'rollback/001_a_rollback.sql': '2',
      '001_b.sql': '1',
      'rollback/001_b_rollback.sql': '2',
      '003_c.sql': '1',
      'rollback/003_c_rollback.sql': '2',
      'rollback/009_gone_rollback.sql': '2',
    })
    expect(problems().sort()).toEqual([
      'MIGRATION_DUPLICATE m/001_b.sql:1',
      'MIGRATION_GAP m/003_c.sql:1',
      'MIGRATION_MISSING m/rollback/009_gone_rollback.sql:1',
    ])
  })
})

describe('a MANIFEST', () => {
  test('gives the order, whatever the names are', () => {
    write({
      MANIFEST: '# the schema first\n20260131_b.sql\n\n20260101_a.sql # later\n',
      '20260101_a.sql': '1',
      'rollback/20260101_a_rollback.sql': '2',
      '20260131_b.sql': '1',
      'rollback/20260131_b_rollback.sql': '2',
    })
    expect(versions()).toEqual(['20260131_b', '20260101_a'])
    expect(problems()).toEqual([])
  })

  test('that names what is not there, twice what is, or leaves a file out, is refused on its line', () => {
    write({ MANIFEST: 'a.up.sql\nnothing.sql\na.up.sql\n', ...pair('a'), 'stray.sql': '1' })
    expect(problems()).toEqual([
      'MANIFEST_UNKNOWN m/MANIFEST:2',
      'MANIFEST_DUPLICATE m/MANIFEST:3',
      'MANIFEST_UNLISTED m/stray.sql:1',
    ])
  })
})

test('a folder that follows two layouts asks which one counts', () => {
  write({ ...pair('0001_a'), '002_b.sql': '1', 'rollback/002_b_rollback.sql': '2' })
  expect(problems()).toEqual(['LAYOUT_UNCLEAR m/002_b.sql:1'])
})

test('a folder that is not there is one clear problem', () => {
  expect(readMigrations(workspace, 'nowhere').problems).toMatchObject([{ code: 'MIGRATIONS_MISSING' }])
})

test('whatever the names are: what is accepted has an order and versions of its own, what is refused names a file', () => {
  const part = fc.constantFrom('0001', '0002', '0003', '001', '002', '20260131', '20260201', 'x', '')
  const name = fc
    .tuple(
      part,
      fc.constantFrom('_a', '_b', '_B', '-c', ''),
      fc.constantFrom('.up.sql', '.down.sql', '.sql', '_rollback.sql', '.txt', ''),
      fc.constantFrom('', 'rollback/'),
    )
    .map(([digits, stem, end, folder]) => `${folder}${digits}${stem}${end}`)
    .filter((text) => !text.endsWith('/') && text !== '')
  const folder = fc.dictionary(
    fc.oneof({ weight: 9, arbitrary: name }, { weight: 1, arbitrary: fc.constant('MANIFEST') }),
    fc.constantFrom('SELECT 1', '0001_a.sql\nx_a.sql', '-- migrate: irreversible: x\nSELECT 1'),
    { maxKeys: 8 },
  )
  fc.assert(
    fc.property(
      folder,
      fc.constantFrom<LayoutName | 'auto'>('auto', 'numbered', 'rollback-folder', 'manifest'),
      (files, layout) => {
        rmSync(join(workspace, 'm'), { recursive: true })
        mkdirSync(join(workspace, 'm'))
        write(files)
        const { migrations, problems: found } = read(layout)
        if (found.length === 0)
          expect(new Set(migrations.map(({ version }) => version)).size).toBe(migrations.length)
        for (const { source, fix } of found) {
          expect(source?.file).toMatch(/^m\//)
          expect(fix?.length).toBeGreaterThan(5)
        }
      },
    ),
    { numRuns: 500 },
  )
}, 60_000)
