import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { differencesOf, type WantedBackend } from '../../src/store/backend.ts'
import { backendIn } from '../../src/store/plan-file.ts'

const wanted: WantedBackend = {
  workspace: 'default',
  settings: { bucket: 'state', key: 'dev/network.tfstate', region: 'eu-west-1', encrypt: 'true' },
  code: new Map([
    ['max_retries', '5'],
    ['assume_role', undefined],
  ]),
}
const planned = {
  type: 's3',
  workspace: 'default',
  config: { bucket: 'state', key: 'dev/network.tfstate', region: 'eu-west-1', encrypt: true, profile: null },
}

describe('the backend that a plan file names', () => {
  test('is the one of the run, also with what its code adds', () => {
    expect(differencesOf(planned, wanted)).toEqual([])
    const more = { ...planned.config, max_retries: 5, assume_role: { role_arn: 'arn' } }
    expect(differencesOf({ ...planned, config: more }, wanted)).toEqual([])
  })

  test.each<[what: string, change: object, said: string]>([
    ['kind', { type: 'http' }, 'Its backend is http, and this run has s3.'],
    ['workspace', { workspace: 'prod' }, 'Its workspace is prod, and this run has default.'],
    [
      'bucket',
      { config: { ...planned.config, bucket: 'other' } },
      'Its bucket is other, and this run has state.',
    ],
    [
      'key',
      { config: { ...planned.config, key: 'prod/network.tfstate' } },
      'Its key is prod/network.tfstate',
    ],
    [
      'region',
      { config: { ...planned.config, region: null } },
      'Its region is null, and this run has eu-west-1.',
    ],
    [
      'encryption',
      { config: { ...planned.config, encrypt: false } },
      'Its encrypt is false, and this run has true.',
    ],
    [
      'endpoint that nobody asked for',
      { config: { ...planned.config, endpoints: { s3: 'https://elsewhere.example' } } },
      'Its endpoints is {"s3":"https://elsewhere.example"}, and neither this run nor its code says so.',
    ],
    [
      'setting that the code has otherwise',
      { config: { ...planned.config, max_retries: 0 } },
      'Its max_retries is 0, and this run has 5.',
    ],
  ])('is another one with another %s', (_what, change, said) => {
    expect(differencesOf({ ...planned, ...change }, wanted).join(' ')).toContain(said)
  })
})

/** A zip with one entry, as Go writes them. */
function zip(name: string, data: Buffer): Buffer {
  const packed = deflateRawSync(data)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(crc32(data), 16)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(data.length, 24)
  entry.writeUInt16LE(name.length, 28)
  const directory = Buffer.concat([entry, Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, directory, end])
}

const field = (number: number, value: Buffer) =>
  Buffer.concat([Buffer.from([number * 8 + 2, value.length]), value])

function planFile(messagePack: readonly number[]): Buffer {
  const config = field(1, Buffer.from(messagePack))
  const backend = Buffer.concat([
    field(1, Buffer.from('s3')),
    field(2, config),
    field(3, Buffer.from('default')),
  ])
  return zip('tfplan', Buffer.concat([Buffer.from([0x08, 0x03]), field(13, backend)]))
}

describe('reading a plan file', () => {
  test('finds settings of every kind', () => {
    // {"a": nil, "b": true, "c": "x", "d": [1, -1], "e": {"f": 300}, "g": 2.5}
    const settings = [
      0x86, 0xa1, 97, 0xc0, 0xa1, 98, 0xc3, 0xa1, 99, 0xd9, 1, 120, 0xa1, 100, 0x92, 1, 0xff, 0xa1, 101, 0x81,
      0xa1, 102, 0xcd, 1, 44, 0xa1, 103, 0xcb, 0x40, 4, 0, 0, 0, 0, 0, 0,
    ]
    expect(backendIn(planFile(settings))).toEqual({
      type: 's3',
      workspace: 'default',
      config: { a: null, b: true, c: 'x', d: [1, -1], e: { f: 300 }, g: 2.5 },
    })
  })

  test.each<[what: string, file: Buffer, said: string]>([
    ['nothing', Buffer.alloc(0), 'no zip'],
    ['no zip', Buffer.from('PK\u0003\u0004 and then nothing of it'), 'no zip'],
    ['a zip without a plan', zip('tfstate', Buffer.from('{}')), 'it has no tfplan'],
    ['a plan without a backend', zip('tfplan', Buffer.from([0x08, 0x03])), 'it names no backend'],
    ['a backend whose settings are no map', planFile([0x01]), 'its backend has no configuration'],
    ['settings that are cut off', planFile([0x82, 0xa1, 97]), ''],
    [
      'settings that nest without end',
      planFile(Array.from({ length: 100 }, () => 0x91)),
      'nested too deeply',
    ],
  ])('refuses %s', (_what, file, said) => {
    expect(() => backendIn(file)).toThrow(RangeError)
    expect(() => backendIn(file)).toThrow(said)
  })

  test('never fails in another way, whatever bytes it is given', () => {
    const whole = planFile([0x81, 0xa1, 97, 0xa1, 98])
    const damaged = fc
      .tuple(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 4 }))
      .map(([at, bytes]) => Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)]))
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 200 }).map(Buffer.from)), (bytes) => {
        try {
          return typeof backendIn(bytes).type === 'string'
        } catch (error) {
          // zlib has errors of its own; everything else is a range that ends too early. By name: node's are of its realm.
          const { name, code = '' } = error as { name: string; code?: string }
          return name === 'RangeError' || code.startsWith('Z_')
        }
      }),
      { seed, numRuns: runs(2_000) },
    )
  })
})
