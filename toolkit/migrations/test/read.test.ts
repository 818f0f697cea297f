import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { readDirectives } from '../directives.ts'
import type { LayoutName } from '../layout/choose.ts'
import { readMigrations } from '../layout/read.ts'
import { migrationAddress } from '../migration.ts'

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
    expect(read().migrations.map(migrationAddress)).toEqual(['m/0001_a', 'm/0002_b'])
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

  describe('with the four digits that golang-migrate may have as well', () => {
    const choice = () => read().problems.flatMap(({ code, fix }) => (code === 'LAYOUT_UNCLEAR' ? [fix] : []))

    test('are read as such where both would read the same', () => {
      write({ ...pair('0001_a'), ...pair('0002_b') })
      const same = read('golang-migrate')
      expect(read().problems).toEqual([])
      // But for who may have applied them.
      expect(same.migrations.map(({ adopted }) => adopted)).toEqual([true, true])
      expect(read().migrations).toEqual(same.migrations.map(({ adopted: _, ...each }) => each))
    })

    test.each(['BEGIN', 'begin transaction', 'START TRANSACTION'])(
      'are those of golang-migrate when each opens its transaction itself: %s',
      (begin) => {
        const sql = `-- made\n${begin};\nSELECT 1;\nCOMMIT;\n`
        write({ ...pair('0001_a'), '0001_a.up.sql': sql, '0007_b.up.sql': sql })
        expect(read()).toMatchObject({
          problems: [],
          migrations: [{ version: '0001' }, { version: '0007', down: undefined }],
        })
        const ours = ['MIGRATION_GAP m/0007_b.up.sql:1', 'ROLLBACK_MISSING m/0007_b.up.sql:1']
        // Nobody else has our directives, and one of several may be a mistake.
        for (const other of [`-- migrate: retries 3\n${sql}`, 'SELECT 1']) {
          write({ '0001_a.up.sql': other })
          expect(problems()).toEqual(ours)
        }
      },
    )

    test.each([
      ['have gaps', { ...pair('0001_a'), ...pair('0005_b'), ...pair('0009_c') }],
      ['begin behind one', { ...pair('0100_a') }],
      ['are named otherwise', { ...pair('0001_Add-Users'), ...pair('0002_b') }],
      ['lead back nowhere', { '0001_a.up.sql': 'SELECT 1', '0002_b.up.sql': 'SELECT 1' }],
    ])('say what to write when they %s', (_how, files) => {
      write(files)
      expect(choice()).toEqual([
        'If it is, say `layout: golang-migrate`; if not, correct what is told besides.',
      ])
      expect(read('golang-migrate').problems).toEqual([])
      // Said, it is no question any more.
      expect(read('numbered').problems.map(({ code }) => code)).not.toContain('LAYOUT_UNCLEAR')
    })

    test('say so with a single gap, which a merge may leave', () => {
      write({ ...pair('0001_a'), ...pair('0003_b') })
      expect(read().problems.map(({ fix }) => fix)).toEqual([
        'Rename it to 0002_b, or add what is missing; a folder of golang-migrate may have gaps: `layout: golang-migrate`.',
      ])
    })

    test.each([
      ['one of several leads back nowhere', { ...pair('0001_a'), '0002_b.up.sql': 'SELECT 1' }],
      ['the first leads back nowhere', { '0001_a.up.sql': 'SELECT 1' }],
      [
        'a directive is ours',
        { ...pair('0001_a'), '0003_b.up.sql': '-- migrate: irreversible: gone\nSELECT 1' },
      ],
      [
        'golang-migrate would not take it either',
        { ...pair('0001_a'), ...pair('0001_b'), ...pair('0004_c') },
      ],
    ])('are ours where %s', (_what, files) => {
      write(files)
      expect(read().problems.length).toBeGreaterThan(0)
      expect(choice()).toEqual([])
    })
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

  test('that lead out of the checkout are refused, and so are those that are no files', () => {
    write({ ...pair('0001_a'), '../.git/config': 'token' })
    execFileSync('mkfifo', [join(workspace, 'm/pipe')])
    for (const [name, to] of [
      ['0002_out', '/etc/hostname'],
      ['0003_nowhere', 'nothing'],
      ['0004_folder', '.'],
      ['0005_token', '../.git/config'],
      ['0006_pipe', 'pipe'],
      ['0007_zero', '/dev/zero'],
    ] as const) {
      write(pair(name))
      rmSync(join(workspace, `m/${name}.up.sql`))
      symlinkSync(to, join(workspace, `m/${name}.up.sql`))
    }
    expect(read().problems.map(({ code, what }) => `${code} ${what}`)).toEqual([
      'MIGRATION_OUTSIDE 0002_out.up.sql leads out of the checkout.',
      'MIGRATION_UNREADABLE 0003_nowhere.up.sql cannot be read: it leads nowhere.',
      'MIGRATION_UNREADABLE 0004_folder.up.sql cannot be read: it is a folder.',
      'MIGRATION_OUTSIDE 0005_token.up.sql leads out of the checkout.',
      'MIGRATION_UNREADABLE 0006_pipe.up.sql cannot be read: it is a pipe.',
      'MIGRATION_OUTSIDE 0007_zero.up.sql leads out of the checkout.',
    ])
  })

  test('may have up to 128 MiB', () => {
    write(pair('0001_a'))
    const file = join(workspace, 'm/0001_a.up.sql')
    writeFileSync(file, 'SELECT 1;\n'.repeat(4_000_000))
    expect(read()).toMatchObject({ problems: [], migrations: [{ version: '0001' }] })
    truncateSync(file, 128 * 1024 * 1024 + 1)
    expect(read().problems.map(({ what }) => what)).toEqual([
      '0001_a.up.sql cannot be read: it is larger than 128 MiB.',
    ])
  })

  test('may be links within the checkout', () => {
    write({ '0001_a.down.sql': 'SELECT 2', '../elsewhere/a.sql': 'SELECT 1' })
    symlinkSync('../elsewhere/a.sql', join(workspace, 'm/0001_a.up.sql'))
    expect(read()).toMatchObject({ problems: [], migrations: [{ up: { sql: 'SELECT 1' } }] })
  })

  test('begin with 0001', () => {
    write({ ...pair('0000_a'), ...pair('0001_b') })
    expect(problems()).toEqual(['MIGRATION_GAP m/0000_a.up.sql:1'])
    expect(read().problems[0]?.what).toBe('0000_a is the first, but not number 0001.')
  })

  test('are not passed over when their end is in capitals', () => {
    write({ ...pair('0001_a'), '0002_b.up.SQL': 'SELECT 1' })
    expect(problems()).toEqual(['MIGRATION_NAME m/0002_b.up.SQL:1'])
  })

  test('have a rollback that can be read as well', () => {
    write({ ...pair('0001_a'), '0001_a.down.sql': Buffer.from([0xff]) })
    expect(read().problems).toMatchObject([
      { code: 'MIGRATION_UNREADABLE', what: '0001_a.down.sql is not UTF-8.' },
    ])
  })

  test('are given as they were read, those that lead down and the order too', () => {
    write({ MANIFEST: 'b.sql\na.up.sql', ...pair('a'), 'b.sql': '1', 'rollback/b_rollback.sql': '2' })
    expect(read().files.map(({ file }) => file)).toEqual([
      'm/MANIFEST',
      'm/a.down.sql',
      'm/a.up.sql',
      'm/b.sql',
      'm/rollback/b_rollback.sql',
    ])
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
    expect(read().migrations.map(migrationAddress)).toEqual(['m/021_a', 'm/022_b'])
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

  test('are counted: 999 comes before 1000, and numbers come before days', () => {
    const irreversible = '-- migrate: irreversible: x\nSELECT 1'
    write({
      '1000_b.sql': irreversible,
      '20260131_a.sql': irreversible,
      '20260131120000_b.sql': irreversible,
      '999_a.sql': irreversible,
    })
    expect(versions()).toEqual(['999', '1000', '20260131120000_b', '20260131_a'])
    expect(problems()).toEqual([])
    write({ '0999_c.sql': irreversible })
    expect(problems()).toEqual(['MIGRATION_DUPLICATE m/0999_c.sql:1'])
  })

  test('are no rollbacks: what is named like one of the other layout is not run', () => {
    write(pair('0001_a'))
    expect(read('rollback-folder')).toMatchObject({
      migrations: [],
      problems: [{ code: 'MIGRATION_NAME' }, { code: 'MIGRATION_NAME' }],
    })
  })

  test('are told which names there are, whatever the first file is called', () => {
    write({ '00_setup.sql': '1', '001_a.sql': '-- migrate: irreversible: x\nSELECT 1' })
    expect(problems()).toEqual(['MIGRATION_NAME m/00_setup.sql:1'])
    expect(read().problems[0]?.fix).toContain('Name it NNN_name.sql or YYYYMMDD_name.sql.')
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
    write({ 'lost.down.sql': '2', 'rollback/lost_rollback.sql': '2' })
    expect(problems()).toEqual([
      'MANIFEST_UNKNOWN m/MANIFEST:2',
      'MANIFEST_DUPLICATE m/MANIFEST:3',
      'MIGRATION_MISSING m/lost.down.sql:1',
      'MANIFEST_UNLISTED m/stray.sql:1',
      'MIGRATION_MISSING m/rollback/lost_rollback.sql:1',
    ])
  })

  test('runs no rollback, and knows no two files by one name', () => {
    const irreversible = '-- migrate: irreversible: x\nSELECT 1'
    write({
      MANIFEST: 'a.up.sql\nb.down.sql\nrollback/c_rollback.sql\na.sql\n',
      'a.up.sql': irreversible,
      'a.sql': irreversible,
      'b.down.sql': irreversible,
      'rollback/c_rollback.sql': irreversible,
    })
    expect(versions()).toEqual(['a'])
    expect(problems()).toEqual([
      'MANIFEST_ROLLBACK m/MANIFEST:2',
      'MANIFEST_ROLLBACK m/MANIFEST:3',
      'MANIFEST_DUPLICATE m/MANIFEST:4',
    ])
  })

  test('that cannot be read is the only problem', () => {
    write({ MANIFEST: '\ufeffa.up.sql', ...pair('a') })
    expect(problems()).toEqual(['MIGRATION_UNREADABLE m/MANIFEST:1'])
  })

  test('may have the line ends of Windows, and lists rollbacks beside or in their folder', () => {
    write({ MANIFEST: 'b.sql\r\n# \r\na.up.sql\r\n', ...pair('a'), 'b.sql': '1' })
    write({ 'rollback/b_rollback.sql': '2' })
    expect(read()).toMatchObject({
      problems: [],
      migrations: [
        { version: 'b', down: { file: 'm/rollback/b_rollback.sql' } },
        { version: 'a', down: { file: 'm/a.down.sql' } },
      ],
    })
  })

  test('is asked for when that layout is wanted', () => {
    write(pair('0001_a'))
    expect(read('manifest').problems).toMatchObject([{ code: 'MANIFEST_MISSING' }])
  })
})

describe('a folder', () => {
  test.each([
    ['itself', '', 'm'],
    ['with its rollbacks', '/rollback', 'm/rollback'],
  ])('%s that leads out of the checkout is refused', (_name, link, file) => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'omninode-elsewhere-'))
    try {
      writeFileSync(join(elsewhere, '001_a.sql'), '-- migrate: irreversible: x\nSELECT 1')
      rmSync(join(workspace, `m${link}`), { recursive: true, force: true })
      symlinkSync(elsewhere, join(workspace, `m${link}`))
      expect(problems()).toEqual([`MIGRATION_OUTSIDE ${file}:1`])
    } finally {
      rmSync(elsewhere, { recursive: true })
    }
  })

  test('may be the checkout itself, even at the root of the file system', () => {
    write(pair('0001_a'))
    expect(readMigrations(join(workspace, 'm'), '.').migrations).toHaveLength(1)
    expect(readMigrations('/', join(workspace, 'm').slice(1))).toMatchObject({
      problems: [],
      migrations: [{ version: '0001' }],
    })
  })

  test('without files has no migrations', () => {
    expect(read()).toEqual({ migrations: [], files: [], problems: [] })
  })

  test('with nothing but rollbacks has lost what they undo', () => {
    write({ 'rollback/001_a_rollback.sql': '2' })
    expect(problems()).toEqual(['MIGRATION_MISSING m/rollback/001_a_rollback.sql:1'])
  })
})

test('a folder that follows two layouts asks which one counts', () => {
  write({ ...pair('0001_a'), '002_b.sql': '1', 'rollback/002_b_rollback.sql': '2' })
  expect(problems()).toEqual(['LAYOUT_UNCLEAR m/002_b.sql:1'])
})

test('a folder that is not there is one clear problem', () => {
  expect(readMigrations(workspace, 'nowhere').problems).toMatchObject([{ code: 'MIGRATIONS_MISSING' }])
})

/** What the name of a file says of its place: numbers, then days, each by name. */
const placeOf = (file: string) =>
  file.replace(/^m\//, '').replace(/^\d+/, (digits) => digits.padStart(8, '0'))

test('whatever the names are: what is accepted has a strict order and versions of its own, what is refused names a file', () => {
  const digits = fc.oneof(
    fc.constantFrom(
      '0001',
      '0002',
      '0003',
      '001',
      '002',
      '999',
      '1000',
      '20260131',
      '20260131120000',
      'x',
      '',
    ),
    fc.nat({ max: 9_999 }).map(String),
  )
  const ends = ['.up.sql', '.down.sql', '.sql', '_rollback.sql', '.SQL', '.txt', '']
  const name = fc
    .tuple(
      digits,
      fc.oneof(fc.constantFrom('_a', '_b', '_B', '-c', ''), fc.string({ maxLength: 6 })),
      fc.constantFrom(...ends),
      fc.constantFrom('', 'rollback/'),
    )
    .map(([number, stem, end, folder]) => `${folder}${number}${stem.replaceAll(/[/\0]/g, '_')}${end}`)
    .filter((text) => !/(?:^|\/)\.{0,2}$/.test(text) && text !== 'rollback')
  const content = fc.constantFrom('SELECT 1', '-- migrate: irreversible: x\nSELECT 1', '\ufeff', '\0')
  /** Folders that are right but for what is thrown in, or else hardly one would be accepted. */
  const sound = fc.nat({ max: 3 }).chain((count) =>
    fc.constantFrom(
      Object.assign({}, ...Array.from({ length: count }, (_, i) => pair(`000${i + 1}_x`))),
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          [`${998 + i}_x.sql`, 'SELECT 1'],
          [`rollback/${998 + i}_x_rollback.sql`, 'SELECT 2'],
        ]).flat(),
      ),
    ),
  )
  const folder = fc
    .tuple(sound, fc.dictionary(name, content, { maxKeys: 5 }), fc.nat({ max: 5 }), fc.boolean())
    .chain(([good, strange, many, listed]) => {
      const files: Record<string, string> = {
        ...good,
        ...Object.fromEntries(Object.entries(strange).slice(0, many)),
      }
      if (!listed) return fc.constant(files)
      return fc
        .shuffledSubarray(Object.keys(files))
        .map((lines) => ({ ...files, MANIFEST: lines.join('\n') }))
    })
  let accepted = 0
  fc.assert(
    fc.property(
      folder,
      fc.constantFrom<LayoutName | 'auto'>('auto', 'auto', 'numbered', 'rollback-folder', 'manifest'),
      (files, layout) => {
        rmSync(join(workspace, 'm'), { recursive: true })
        mkdirSync(join(workspace, 'm'))
        write(files)
        const { migrations, problems: found } = read(layout)
        if (found.length === 0 && migrations.length > 1) accepted++
        if (found.length === 0)
          expect(new Set(migrations.map(({ version }) => version)).size).toBe(migrations.length)
        const places = migrations.map(({ up }) => placeOf(up.file))
        const lines = (files['MANIFEST'] ?? '').split('\n')
        if (layout === 'manifest' || (layout === 'auto' && 'MANIFEST' in files))
          expect(migrations.map(({ up }) => up.file.slice(2))).toEqual(
            lines.filter((line) => migrations.some(({ up }) => up.file === `m/${line}`)),
          )
        else if (found.length === 0) expect(places).toEqual([...new Set(places)].sort())
        for (const { source, fix } of found) {
          expect(source?.file).toMatch(/^m\//)
          expect(source?.line).toBeGreaterThan(0)
          expect(fix?.length).toBeGreaterThan(5)
        }
      },
    ),
    { seed, numRuns: runs(1_000) },
  )
  // About one in ten is; of a tenth of them it may be few, of a fiftieth none.
  const least = new Map([
    [1_000, 51],
    [100, 1],
  ])
  expect(accepted).toBeGreaterThanOrEqual(least.get(runs(1_000)) ?? 0)
}, 60_000)

describe('marks of another tool in a file of ours', () => {
  test.each([
    ['SELECT 1;\n-- +goose Down\nSELECT 2;', 2, '`layout: goose`'],
    ['-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;', 1, '`layout: dbmate`'],
    ['-- +migrate Up\nSELECT 1;', 1, 'a file of its own'],
    ['-- Up Migration\nSELECT 1;\n-- Down Migration\nSELECT 2;', 1, 'a file of its own'],
    ['  --+Goose down', 1, '`layout: goose`'],
    ['SELECT 1;\n-- +micrate Down', 2, 'a file of its own'],
    ['--liquibase formatted sql\n--changeset me:1\nSELECT 1;', 1, 'a file of its own'],
    ["SELECT '${flyway:timestamp}';", 1, 'a file of its own'],
  ])('%j is refused on its line, with what to do', (sql, line, fix) => {
    for (const [up, down] of [
      [sql, 'SELECT 1'],
      ['SELECT 1', sql],
    ] as const) {
      write({ '0001_a.up.sql': up, '0001_a.down.sql': down })
      expect(read('numbered')).toMatchObject({
        migrations: [],
        problems: [
          {
            code: 'MIGRATION_FOREIGN',
            fix: expect.stringContaining(fix),
            source: { file: `m/0001_a.${up === sql ? 'up' : 'down'}.sql`, line },
          },
        ],
      })
    }
  })

  test('are none where they are only words', () => {
    write({
      '0001_a.up.sql': "-- migrates up migration counts\nSELECT '-- +goose Down', '${name}';",
      '0001_a.down.sql': '',
    })
    expect(problems()).toEqual([])
  })
})

test.each([
  ['dbmate', '-- migrate:up transaction:false\nSELECT 1;\n-- migrate:down\nSELECT 2;\n', [true, false]],
  ['goose', '-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n', [true, true]],
] as const)('each statement stands alone where a file of %s says so', (layout, sql, alone) => {
  write({ '1_a.sql': sql })
  const { up, down } = read(layout).migrations[0] ?? {}
  expect([up, down].map((each) => readDirectives('m/1_a.sql', each?.sql ?? '').noTransaction)).toEqual(alone)
})

test('the way down of a long file keeps its lines, and what it says at its head', () => {
  const up = Array.from({ length: 500 }, (_, index) => `SELECT ${index};`).join('\n')
  write({
    '1_a.sql': `-- migrate:up\n${up}\n-- migrate:down transaction:false\n-- migrate: lock-timeout 5s\nSELECT 'down';\n`,
  })
  const [migration] = read().migrations
  const down = migration?.down?.sql ?? ''
  expect(down.split('\n').indexOf("SELECT 'down';")).toBe(503)
  expect(readDirectives('m/1_a.sql', down)).toMatchObject({ noTransaction: true, lockTimeout: 5_000 })
  expect(readDirectives('m/1_a.sql', migration?.up.sql ?? '')).toMatchObject({ noTransaction: false })
})
