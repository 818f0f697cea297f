import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { MASK } from '../masked.ts'
import { isOrdinary } from '../ordinary.ts'
import { createRedactor, type Redactor } from '../redactor.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('the redactor', () => {
  const secret = `p@ss"w/ord\\ü+1 &<k>'e`
  const json = (text: string) => JSON.stringify(text).slice(1, -1)
  const percent = (text: string) => encodeURIComponent(text).replaceAll("'", '%27')
  const html = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

  test.each<[string, (secret: string) => string]>([
    ['plain', (text) => text],
    ['in JSON', json],
    ['in JSON of ASCII alone', (text) => json(text).replaceAll('ü', '\\u00fc')],
    [
      'in JSON with every character by its number',
      (text) => [...text].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ],
    ['in JSON with the numbers in upper case', (text) => json(text).replaceAll('ü', '\\u00FC')],
    [
      'in the JSON of Go, which escapes HTML',
      (text) => json(text).replaceAll('&', '\\u0026').replaceAll('<', '\\u003c').replaceAll('>', '\\u003e'),
    ],
    ['in the JSON of PHP, which escapes slashes', (text) => json(text).replaceAll('/', '\\/')],
    ['in JSON within JSON', (text) => json(json(text))],
    ['in JSON within JSON within JSON', (text) => json(json(json(text)))],
    ['in a URL', percent],
    ['in a URL in lower case', (text) => percent(text).replace(/%../g, (code) => code.toLowerCase())],
    ['in a URL that leaves what it may', (text) => encodeURI(text).replaceAll('/', '%2F')],
    [
      'in a URL that escapes everything',
      (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    ],
    ['in a form, with a plus for a blank', (text) => new URLSearchParams({ '': text }).toString().slice(1)],
    ['in a URL within a URL', (text) => percent(percent(text))],
    ['in a URL within JSON within HTML', (text) => html(json(percent(text)))],
    ['in HTML', html],
    ['in HTML by decimal numbers', (text) => text.replace(/[^\w ]/g, (each) => `&#${each.charCodeAt(0)};`)],
    [
      'in HTML by hexadecimal numbers',
      (text) => text.replace(/[^\w ]/g, (each) => `&#x${each.charCodeAt(0).toString(16)};`),
    ],
    ['in HTML of JSON', (text) => html(json(text))],
    ['in SQL', (text) => text.replaceAll("'", "''")],
    ['in CSV', (text) => text.replaceAll('"', '""')],
    ['in a shell', (text) => text.replaceAll("'", "'\\''")],
    ['in a shell, behind backslashes', (text) => text.replace(/[^\w]/gu, '\\$&')],
    [
      'in octal numbers',
      (text) => [...Buffer.from(text)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
    ],
    [
      'in hexadecimal escapes',
      (text) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
    ],
    ['in base64', base64],
    ['in base64 of JSON', (text) => base64(`{"password":${JSON.stringify(text)}}`)],
    ['in base64 of base64', (text) => base64(base64(text))],
    [
      'in the base64 of a login to a registry, as a Secret holds it',
      (text) => base64(`{"auths":{"ghcr.io":{"auth":"${base64(`user:${text}`)}"}}}`),
    ],
    ['in base64 without padding', (text) => base64(text).replaceAll('=', '')],
    ['in base64url', (text) => Buffer.from(text).toString('base64url')],
    ['in base64 behind a user', (text) => base64(`ab:${text}`)],
    ['in base64 behind a longer user', (text) => base64(`abc:${text}`)],
    ['in base64 behind a still longer user', (text) => base64(`abcd:${text}`)],
    ['in base64url with more behind it', (text) => Buffer.from(`u:${text}:more`).toString('base64url')],
    [
      'in base64 that is wrapped',
      (text) => base64(`${'x'.repeat(50)}${text}${'y'.repeat(80)}`).replace(/.{76}/g, '$&\n'),
    ],
    ['on one line', (text) => text.replace(/\s+/g, ' ')],
    ['in hexadecimal', (text) => Buffer.from(text).toString('hex')],
    ['in hexadecimal in upper case', (text) => Buffer.from(text).toString('hex').toUpperCase()],
  ])('masks a secret %s', (_form, render) => {
    const redactor = createRedactor()
    redactor.add(secret)
    const masked = redactor.mask(`before ${render(secret)} after`)
    expect(masked).toContain(MASK)
    expect(masked).toMatch(/^before .* after$/s)
    const shown = new Set(masked.match(/[^ ]{6,}/g))
    for (const left of shown) if (!['before'].includes(left)) expect(render(secret)).not.toContain(left)
    for (let at = 0; at + 8 <= secret.length; at++) expect(masked).not.toContain(secret.slice(at, at + 8))
  })

  test('leaves what stands before and after a secret in base64 but for the characters that are partly made of it', () => {
    const redactor = createRedactor()
    redactor.add('correct-Horse-1')
    const masked = redactor.mask(base64('user:correct-Horse-1:and more of it'))
    expect(masked).toBe(
      `${base64('user:').slice(0, 6)}${MASK}${base64('user:correct-Horse-1:and more of it').slice(27)}`,
    )
  })

  describe('at a cut', () => {
    const long = 'kq8Zt-71Lm_xW0/pR4+vB'
    test.each(['…', '...', '"...', '… (12 more characters)', ' [truncated]', '(truncated)', ''])(
      'masks what is left of a secret before %j, from eight characters on, at every length',
      (sign) => {
        const redactor = createRedactor()
        redactor.add(long)
        for (let length = 8; length < long.length; length++)
          expect(redactor.mask(`it is ${long.slice(0, length)}${sign}`)).toBe(`it is ${MASK}${sign}`)
      },
    )

    test('masks what is left of one in base64 and in JSON', () => {
      const redactor = createRedactor()
      redactor.add(secret)
      for (let length = 16; length < 28; length++)
        expect(redactor.mask(`got ${base64(secret).slice(0, length)}…`)).toBe(`got ${MASK}…`)
      expect(redactor.mask(`got ${json(secret).slice(0, 12)}…`)).toBe(`got ${MASK}…`)
    })

    test('leaves a beginning that is an ordinary word, and what only begins alike', () => {
      const redactor = createRedactor()
      redactor.add('https://hooks.example.com/kq8Zt71LmxW0')
      expect(redactor.mask('see https://hooks.example.com/')).toBe('see https://hooks.example.com/')
      expect(redactor.mask('see https://hooks.example.com/other then')).toBe(
        'see https://hooks.example.com/other then',
      )
    })
  })

  test('masks what it has let through before, as soon as that is a secret, and not what is none any more', () => {
    const redactor = createRedactor()
    redactor.add('hunter2-hunter2')
    const text = 'the release summer-garden uses correct-horse-battery'
    expect(redactor.mask(text)).toBe(text)
    redactor.add('correct-horse-battery')
    expect(redactor.mask(text)).toBe(`the release summer-garden uses ${MASK}`)
    redactor.addSensitive('summer-garden-7', 'token')
    expect(redactor.mask('summer-garden-7')).toBe(MASK)
    redactor.addIdentifiers(['summer-garden-7'])
    expect(redactor.mask('summer-garden-7')).toBe('summer-garden-7')
  })

  test('masks every line of a secret of several lines, because a log shows them one by one', () => {
    const redactor = createRedactor()
    redactor.add('-----BEGIN KEY-----\nabcdefgh\nijklmnop\n-----END KEY-----')
    expect(redactor.mask('got ijklmnop')).toBe(`got ${MASK}`)
  })

  test('masks the longer one of two secrets that share a beginning', () => {
    const redactor = createRedactor()
    redactor.add('hunter')
    redactor.add('hunter2-long')
    expect(redactor.mask('hunter2-long hunter')).toBe(`${MASK} ${MASK}`)
  })

  test('takes secrets literally, not as patterns', () => {
    const redactor = createRedactor()
    redactor.add('a.c*(d')
    expect(redactor.mask('abc a.c*(d')).toBe(`abc ${MASK}`)
  })

  test('announces a secret once, and before it can be masked', () => {
    const announced: string[] = []
    const redactor = createRedactor((secret) => announced.push(secret))
    redactor.add('correct horse')
    redactor.add('correct horse')
    expect(announced).toEqual(['correct horse'])
  })

  test('leaves what is too short to be a secret', () => {
    const redactor = createRedactor()
    redactor.add('a')
    redactor.add('   ')
    expect(redactor.mask('a banana')).toBe('a banana')
  })

  test('lets no secret through, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6, unit: 'grapheme' }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          fc.pre(
            secret.trim() === secret &&
              !MASK.includes(secret) &&
              !`${before}${MASK}${after}`.includes(secret),
          )
          const redactor = createRedactor()
          redactor.add(secret)
          expect(redactor.mask(before + secret + after)).not.toContain(secret)
        },
      ),
      { seed, numRuns: runs(100) },
    )
  })

  test('looks through a megabyte for a thousand secrets in steps that grow with the text, not with the secrets', () => {
    const secrets = Array.from({ length: 1_000 }, (_, index) => `${index.toString(36)}-${'a-'.repeat(20)}Z9`)
    const knowing = (count: number) => {
      const redactor = createRedactor()
      for (const each of secrets.slice(0, count)) redactor.add(each)
      redactor.mask('')
      return redactor
    }
    const stepsOf = (redactor: Redactor, text: string) => {
      const before = redactor.steps
      redactor.mask(text)
      return (redactor.steps - before) / text.length
    }
    const worst = 'a-'.repeat(500_000)
    const thousand = knowing(1_000)
    const [few, many] = [stepsOf(knowing(10), worst), stepsOf(thousand, worst)]
    // A text has one reading here; each is looked through in at most two steps a byte.
    expect(few).toBeLessThanOrEqual(2)
    expect(many).toBeLessThanOrEqual(2)
    expect(stepsOf(thousand, worst.slice(0, 100_000))).toBeCloseTo(many, 1)
  })

  test('takes no step through a text that has no beginning of a secret, as it stands or decoded', () => {
    const redactor = createRedactor()
    redactor.add('kq8Zt-71Lm_xW0')
    expect(redactor.mask('migrations/0001_make_table.up.sql: kq8-71Lm_xW0')).not.toContain(MASK)
    expect(redactor.mask('{"named":"it\'s 100%25 \\"kq8-71Lm_xW0\\"…"}')).not.toContain(MASK)
    expect(redactor.steps).toBe(0)
    expect(redactor.mask('in the middle: kq8Zt-71Lm_xW0.')).toBe(`in the middle: ${MASK}.`)
    expect(redactor.mask('kq8Zt%2D71Lm_xW0')).toBe(MASK)
    expect(redactor.mask('\\u006bq8Zt%2D71Lm… and more')).toBe(`${MASK}… and more`)
    const wrapped = `${'A'.repeat(48)}a3E\n4WnQtNzFMbV94VzA=`
    expect(redactor.mask(wrapped)).not.toBe(wrapped)
    // An ordinary beginning counts where something was cut off, and nowhere else.
    redactor.add('postgres://somebody:Jx4-80Nm_yV1@db/app')
    const before = redactor.steps
    expect(redactor.mask('postgres://db.example.com/app')).not.toContain(MASK)
    expect(redactor.steps).toBe(before)
    expect(redactor.mask('postgres://somebo... and more')).toBe(`${MASK}... and more`)
    expect(redactor.mask('it ends with kq8Zt-71Lm')).toBe(`it ends with ${MASK}`)
    // What is known later, and does not begin with ASCII, is found as well.
    redactor.add('ümläut-71Lm')
    expect(redactor.mask('its end: ümläut-71Lm')).toBe(`its end: ${MASK}`)
  })

  test('takes no more than so many readings of a text that is full of escapes', () => {
    const redactor = createRedactor()
    redactor.add('kq8Zt-71Lm_xW0')
    const text = `kq8Zt-71Lm_xW0${`\\\\%25&amp;''`.repeat(10_000)}`
    expect(redactor.mask(text)).toMatch(new RegExp(`^${RegExp.escape(MASK)}`))
    expect(redactor.steps).toBeGreaterThan(0)
    expect(redactor.steps).toBeLessThanOrEqual(2 * 24 * text.length)
  })

  test('costs no more when secrets become known between the lines of a log', () => {
    const redactor = createRedactor()
    for (let index = 0; index < 1_000; index++) {
      redactor.add(`Kq8${index}-71Lm_xW0`)
      redactor.mask('a line of a log')
    }
    // 15 bytes in each of at most eleven automata of growing size.
    expect(redactor.steps).toBeLessThanOrEqual(1_000 * 15 * 2 * 11)
    expect(redactor.mask('Kq80-71Lm_xW0 Kq8999-71Lm_xW0')).toBe(`${MASK} ${MASK}`)
  })

  test('finds a long secret, also when only a part of it is there', () => {
    const redactor = createRedactor()
    const long = Array.from({ length: 500 }, (_, index) => `Zq${index * 7919}x`).join('')
    redactor.add(long)
    expect(redactor.mask(`a ${long} b`)).toBe(`a ${MASK} b`)
    expect(redactor.mask(`a ${base64(long)} b`)).toMatch(/^a \*{3}[\w+/=*]{0,3} b$/)
    expect(redactor.mask(`a ${long.slice(0, 1_000)}…`)).toBe(`a ${MASK}…`)
  })
})

describe('what a secret consists of', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'the password of a URL',
      'postgres://omninode:Kq8%2Ft71@db.example.com/omninode',
      ['Kq8%2Ft71', 'Kq8/t71'],
      ['omninode', 'db.example.com'],
    ],
    [
      'members of JSON',
      '{"auths":{"ghcr.io":{"username":"omninode","password":"s3cr3tPw"}}}',
      ['s3cr3tPw'],
      ['ghcr.io', 'omninode'],
    ],
    ['a user and a password in base64', base64('omninode:horse-Battery9'), ['horse-Battery9'], ['omninode']],
    [
      'lines with names',
      'log_level: info\nenabled: true\nreplicas: 3\napi-key: hk12-Qz81\n',
      ['hk12-Qz81'],
      ['true', 'info', 'log_level: info', 'replicas: 3'],
    ],
    [
      'an environment file',
      'export HOST=localhost\nDB_PASSWORD="tr0ub4dor"\n',
      ['tr0ub4dor'],
      ['localhost', 'HOST=localhost'],
    ],
    [
      'a private key',
      '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIAbc\n-----END EC PRIVATE KEY-----\n',
      ['MHcCAQEEIAbc'],
      ['-----BEGIN EC PRIVATE KEY-----'],
    ],
    ['a token that ends in a line break', 'kq8Zt71Lm\n', ['kq8Zt71Lm'], []],
  ])('masks %s, and leaves the rest', (_what, given, hidden, shown) => {
    const redactor = createRedactor()
    redactor.addSensitive(given)
    for (const each of hidden) expect(redactor.mask(`is ${each} here`)).toBe(`is ${MASK} here`)
    for (const each of shown) expect(redactor.mask(`is ${each} here`)).toBe(`is ${each} here`)
  })

  test('no certificate is a secret', () => {
    const redactor = createRedactor()
    redactor.addSensitive('-----BEGIN CERTIFICATE-----\nMIIBkTCB+wIJAKq8\n-----END CERTIFICATE-----\n')
    expect(redactor.mask('MIIBkTCB+wIJAKq8')).toBe('MIIBkTCB+wIJAKq8')
  })

  test('only lines are announced, and of those only what is masked wherever it stands', () => {
    const announced: string[] = []
    const redactor = createRedactor((each) => announced.push(each))
    redactor.addSensitive('true\nomninode\nkq8Zt71Lm\n')
    expect(announced).toEqual(['kq8Zt71Lm'])
  })
})

describe('an ordinary word', () => {
  const words = [
    'true',
    'false',
    'null',
    'prod',
    'production',
    'omninode',
    'postgres',
    'admin',
    'eu-central-1',
    '5432',
    '1',
    '123456789012',
    '10m',
    '512Mi',
    '2026-11-26T15:36:06Z',
    'onex-dev',
    'onex-api',
    'localhost',
    '127.0.0.1',
    '10.0.0.0/16',
    'info',
    'UTF8',
    'verify-full',
    'onex-api.onex-dev.svc.cluster.local',
    'postgres.onex-data.svc.cluster.local:5432',
    'https://example.com/health',
    'redis://cache.onex-dev:6379/0',
    'arn:aws:iam::123456789012:role/omninode-apply',
    's3://omninode-state/dev',
    'Europe/Berlin',
    'octocat@example.com',
    'application/json',
    'v1beta1',
    'node24',
    'k8s',
    'db.t4g.micro',
    'x',
    'on',
    'HS256',
    'LOG_LEVEL',
    'maxPoolSize',
  ]
  test.each(words)('%s stays readable although it stands among secrets', (word) => {
    const redactor = createRedactor()
    redactor.addSensitive(word)
    expect(redactor.mask(`it is "${word}", ${word}`)).toBe(`it is "${word}", ${word}`)
  })

  const secrets = [
    'hk12-Qz81-ppLm',
    'aB3$xyz',
    'f47ac10b-58cc-4372-a567-0e02b2c3d479',
    'ghs_16C7e42F292c6912E7710c838347Ae178B4a',
    'correct horse battery staple',
    'AKIAIOSFODNN7EXAMPLE',
    '4a7b2c9d8e',
    'https://hooks.slack.com/services/T0A1B2C3/B0D4E5F6/a1b2c3d4e5f6',
    'xkqjzvbw',
    '1234567890123456',
    'postgres://omninode:omninode@db/omninode',
    'planted-manifest-0a1b2c3d4e5f',
    'MIIEvQIBADANBgkqhkiG9w0B',
    'Zm9vOmJhcg==',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  ]
  test.each(secrets)('%s is none', (value) => {
    const redactor = createRedactor()
    redactor.addSensitive(value)
    expect(redactor.mask(`it is ${value} here`)).toBe(`it is ${MASK} here`)
  })

  test('passwords of generators are none: of ten thousand, fewer than one in a thousand reads like a word', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
    let state = 42
    const random = (length: number) =>
      Array.from({ length }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
        return letters[(state >>> 8) % letters.length]
      }).join('')
    const missed = Array.from({ length: 10_000 }, () => random(16)).filter(isOrdinary)
    expect(missed.length).toBeLessThan(10)
  })

  test('a password is masked although it reads like words, unless it is a single one', () => {
    const redactor = createRedactor()
    redactor.addSensitive('correct-horse-battery', 'DB_PASSWORD')
    redactor.addSensitive('admin123', 'adminPassword')
    redactor.addSensitive('postgres', 'POSTGRES_PASSWORD')
    expect(redactor.mask('correct-horse-battery admin123 postgres')).toBe(`${MASK} ${MASK} postgres`)
  })

  test('what is secret by its source is masked although it is a word, unless the run is about it', () => {
    const redactor = createRedactor()
    redactor.add('omninode')
    redactor.add('sesame')
    redactor.add('Kq8-71Lm-xW0')
    expect(redactor.mask('omninode sesame Kq8-71Lm-xW0')).toBe(`${MASK} ${MASK} ${MASK}`)
    redactor.addIdentifiers(['omninode', 'Kq8-71Lm-xW0'])
    expect(redactor.mask('omninode sesame Kq8-71Lm-xW0')).toBe(`omninode ${MASK} ${MASK}`)
  })

  test('what the run is about stays readable, known before or after', () => {
    const redactor = createRedactor()
    redactor.addIdentifiers(['onex-7f3kq-api'])
    redactor.addSensitive('onex-7f3kq-api')
    redactor.addSensitive('onex-9f3kq-api')
    redactor.addIdentifiers(['onex-9f3kq-api'])
    expect(redactor.mask('onex-7f3kq-api onex-9f3kq-api')).toBe('onex-7f3kq-api onex-9f3kq-api')
  })
})
