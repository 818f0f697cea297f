import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { hostsIn, isLoopback } from '../../src/repository/hosts.ts'

describe('finding the hosts in a setting', () => {
  test.each([
    ['X', 'http://a.b.svc.cluster.local:80/path', ['a.b.svc.cluster.local']],
    ['X', 'postgres://user:$(PASSWORD)@db:5432/x?sslmode=require', ['db']],
    ['X', 'postgres://u@h1:1,h2:2/x', ['h1', 'h2']],
    ['X', 'jdbc:postgresql://db.example.com/x', ['db.example.com']],
    ['X', 'http://[::1]:80/', ['::1']],
    ['X', 'http://$(HOST):$(PORT)/', ['$(host)']],
    ['X', 'see https://a.example.com and https://b.example.com', ['a.example.com', 'b.example.com']],
    ['X', 'host=db user=x', ['db']],
    ['X', "host='db.example.com' port=5432", ['db.example.com']],
    ['X', 'a.example.com:9092,b.example.com:9092', ['a.example.com', 'b.example.com']],
    ['X', 'localhost:9092', ['localhost']],
    ['DB_HOST', 'db', ['db']],
    ['dbHost', 'db', ['db']],
    ['db.host', 'db', ['db']],
    ['KAFKA_BOOTSTRAP_SERVERS', 'a:9092, b:9092', ['a', 'b']],
    ['REDIS_ADDR', '[::1]:6379', ['::1']],
  ])('%s=%s points at %j', (name, value, hosts) => {
    expect(hostsIn(name, value).map((host) => host.name)).toEqual(hosts)
  })

  test.each([
    ['X', 'db'],
    ['X', '12:30'],
    ['X', '1.2.3'],
    ['X', 'image:1.2'],
    ['LISTEN_ADDR', ':8080'],
    ['GREETING_HOST', 'to whom it may concern'],
    ['EMAIL_ADDRESS', 'someone@example.com'],
    ['X', ''],
    ['ADDR', ''],
    ['X', 'https://'],
  ])('%s=%s points nowhere', (name, value) => {
    expect(hostsIn(name, value)).toEqual([])
  })

  test('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => void hostsIn(name, value)),
      { seed, numRuns: runs(100) },
    )
  })
})

test.each([
  ['localhost', true],
  ['db.localhost', true],
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['localhost.example.com', false],
  ['127.example.com', false],
  ['10.0.0.1', false],
])('%s is loopback: %s', (name, loopback) => {
  expect(isLoopback(name)).toBe(loopback)
})
