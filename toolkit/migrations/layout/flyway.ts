/** Flyway's versioned migrations: `V<version>__<description>.sql`, with `U<version>__<description>.sql` where there is one. */
import type { Migration } from '../migration.ts'
import type { Folder } from './folder.ts'
import type { Layout } from './layout.ts'

const form = /^([VU])(\d+(?:[._]\d+)*)__(.*)\.sql$/
const placeholder = /\$\{[^}{$\n]+\}/

/** `1.10` comes behind `1.9`, and `1.0` is `1`. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((each) => each.split('.').map(BigInt))
  for (let part = 0; part < Math.max(left?.length ?? 0, right?.length ?? 0); part++) {
    const [x = 0n, y = 0n] = [left?.[part], right?.[part]]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

/** Why a file is none that can be run. */
function refusal(file: string): { what: string; fix: string } {
  if (/^R__/.test(file))
    return {
      what: `${file} is repeatable: Flyway runs it whenever it has changed.`,
      fix: 'Put it elsewhere; what it makes goes into a versioned file each time that it changes.',
    }
  if (/^B\d/.test(file))
    return {
      what: `${file} is a baseline, which Flyway runs in place of all before it.`,
      fix: 'Put it elsewhere: `baseline` with `to` says what a database has.',
    }
  if (/^(?:before|after|createSchema)/.test(file))
    return {
      what: `${file} is run by Flyway around others.`,
      fix: 'Put it elsewhere, and what it does into the files.',
    }
  return {
    what: `${file} is not named like a versioned migration.`,
    fix: 'Name it V<version>__<description>.sql, or put it elsewhere.',
  }
}

interface Versioned {
  readonly file: string
  readonly kind: string
  readonly version: string
  readonly name: string
}

function readNames(folder: Folder): readonly Versioned[] {
  return folder.files.flatMap((file) => {
    const [, kind, version, name] = form.exec(file) ?? []
    if (kind !== undefined && version !== undefined && name !== undefined)
      return [{ file, kind, version: version.replaceAll('_', '.'), name }]
    const { what, fix } = refusal(file)
    folder.problem('MIGRATION_NAME', file, 1, what, fix)
    return []
  })
}

/** Flyway looks into folders, and at settings beside a file. */
function refuseOthers(folder: Folder): void {
  for (const other of folder.others) {
    if (other.endsWith('/'))
      folder.problem(
        'MIGRATION_OTHER',
        other.slice(0, -1),
        1,
        `${other} is a folder, which Flyway looks into.`,
        'Put its files beside the others.',
      )
    if (other.endsWith('.sql.conf'))
      folder.problem(
        'MIGRATION_OTHER',
        other,
        1,
        `${other} says how Flyway runs a file.`,
        'Write `-- migrate: no-transaction` at the head of that file if it says `executeInTransaction=false`, and remove this one.',
      )
  }
}

function read(folder: Folder): readonly Migration[] {
  refuseOthers(folder)
  const all = readNames(folder).toSorted((a, b) => compare(a.version, b.version))
  const downs = all.filter(({ kind }) => kind === 'U')
  const ups = all.filter(({ kind }) => kind === 'V')
  for (const { file, version } of downs)
    if (!ups.some((up) => compare(up.version, version) === 0))
      folder.problem(
        'MIGRATION_MISSING',
        file,
        1,
        `${file} undoes a version that is not there.`,
        'Add that file, or remove this one.',
      )
  return ups.flatMap(({ file, version, name }, index) => {
    const before = ups[index - 1]
    if (before !== undefined && compare(before.version, version) === 0)
      folder.problem(
        'MIGRATION_DUPLICATE',
        file,
        1,
        `${file} has the version of ${before.file}.`,
        'Give one of them another version.',
      )
    const back = downs.find((down) => compare(down.version, version) === 0)
    const up = folder.text(file)
    const down = back === undefined ? undefined : folder.text(back.file)
    if (up === undefined || (back !== undefined && down === undefined)) return []
    for (const each of [up, ...(down === undefined ? [] : [down])]) {
      const line = each.sql.split('\n').findIndex((text) => placeholder.test(text))
      if (line !== -1)
        folder.problem(
          'MIGRATION_FOREIGN',
          each.file.slice(folder.path.length + 1),
          line + 1,
          `\`${placeholder.exec(each.sql)?.[0]}\` is a placeholder of Flyway, and would be sent as it is.`,
          'Write out what Flyway would put in its place.',
        )
    }
    const parts = { version, name, up, down, without: `there is no U${version}__${name}.sql` }
    return folder.adopted(parts, undefined) ?? []
  })
}

export const layout = {
  name: 'flyway',
  form: '`V<version>__<description>.sql`, as Flyway has it',
  sign: (files) => files.find((file) => form.test(file)),
  read,
} as const satisfies Layout
