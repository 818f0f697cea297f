import { describe, expect, test } from '@jest/globals'
import { databasePlace } from '../src/place.ts'

const history = { schema: 'migrate', table: 'history' }
const place = { host: 'db.example', port: 5432, database: 'app' }

describe('a place', () => {
  test('is server, database and history, without user and password', () => {
    expect(databasePlace(place, history)).toEqual({
      target: 'postgres://db.example:5432/app',
      where: { host: 'db.example', port: 5432, database: 'app', history: 'migrate.history' },
    })
  })

  test.each([
    ['the host', { ...place, host: 'db2.example' }],
    ['the port', { ...place, port: 5433 }],
    ['the database', { ...place, database: 'App' }],
    ['white space in the database', { ...place, database: 'app ' }],
  ])('is another one when %s is', (_what, other) => {
    expect(databasePlace(other, history).target).not.toBe(databasePlace(place, history).target)
    expect(databasePlace(other, history).where).not.toEqual(databasePlace(place, history).where)
  })

  test('is another one when the history is: two of them may share a database', () => {
    const other = databasePlace(place, { schema: 'app', table: 'history' })
    expect(other).toMatchObject({
      target: 'postgres://db.example:5432/app app.history',
      where: { history: 'app.history' },
    })
  })

  test('is the same whatever the case of its host', () => {
    expect(databasePlace({ ...place, host: 'DB.Example' }, history)).toEqual(databasePlace(place, history))
  })

  test.each([
    ['::1', 'postgres://[::1]:5432/app'],
    ['127.0.0.1', 'postgres://127.0.0.1:5432/app'],
  ])('at %s is %s', (host, target) => {
    expect(databasePlace({ ...place, host }, history).target).toBe(target)
  })

  test.each(['a\nb', 'a/b', 'a b', '`a`|<b>', 'a\u2028b', 'ü😀', 'app app.history'])(
    'is on one line, and nobody else is called so, with a database %j',
    (database) => {
      const { target } = databasePlace({ ...place, database }, history)
      expect(target).toMatch(/^postgres:\/\/[!-~]+$/)
      expect(decodeURIComponent(target.slice('postgres://db.example:5432/'.length))).toBe(database)
    },
  )
})
