/** What a plan tells of a file, and what it covers. */
import { beforeAll, expect, test } from '@jest/globals'
import { checksumOf } from '#toolkit/migrations/checksum.ts'
import { loadParser, type Parse } from '../../src/sql/parser.ts'
import { readScript } from '../../src/sql/statements.ts'
import { taskValue } from '../../src/tasks/task.ts'

let parse: Parse

beforeAll(async () => {
  parse = await loadParser()
})

function told(sql: string) {
  const script = readScript(parse, 'db/migrations/0001_a.up.sql', sql)
  const checksum = checksumOf(sql)
  const migration = { version: '0001', name: 'a', checksum, downSql: 'SELECT 1', irreversible: undefined }
  return taskValue({ address: 'db/migrations/0001_a', migration, direction: 'up', script })
}

const rows = (count: number, last: string) =>
  `INSERT INTO a VALUES ${Array.from({ length: count }, (_, index) => `(${index}, 'row ${index}')`).join(', ')}, (0, '${last}')`

test('a plan tells every statement of a file as it stands', () => {
  const statements = ['CREATE TABLE a (b int, c text)', rows(100, 'x'), "SELECT ';'"]
  expect(told(statements.join(';\n')).statements).toEqual(statements)
})

test('of a long file it tells the first of the rows that are constants, and covers all of them by the checksum', () => {
  const [one, other] = [told(rows(20_000, 'x')), told(rows(20_000, 'y'))]
  expect(one.statements).toEqual(["INSERT INTO a VALUES (0, 'row 0'), …"])
  expect(other.statements).toEqual(one.statements)
  expect(other.checksum).not.toBe(one.checksum)
})

test('of more statements than somebody reads it tells how many there are besides, and of a longer one its beginning', () => {
  const { statements } = told('SELECT 1 AS a;\n'.repeat(20_000))
  expect(statements.length).toBeLessThan(20_000)
  expect(statements.slice(0, 3)).toEqual(['SELECT 1 AS a', 'SELECT 1 AS a', 'SELECT 1 AS a'])
  expect(statements.at(-1)).toBe(`… and ${(20_000 - statements.length + 1).toLocaleString('en')} more`)
  const [long] = told(`SELECT '${'😀'.repeat(150_000)}'`).statements
  expect(long).toMatch(/^SELECT '😀+\ufffd?…$/u)
  expect(long?.length).toBeLessThan(210_000)
})
