import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { createRedactor, MASK } from '../redactor.ts'

describe('the redactor', () => {
  test.each([
    ['plain', (secret: string) => secret],
    ['in JSON', (secret: string) => JSON.stringify({ secret })],
    ['in a URL', (secret: string) => `postgres://user:${encodeURIComponent(secret)}@db/x`],
    ['in base64', (secret: string) => Buffer.from(secret).toString('base64')],
    ['in base64url', (secret: string) => Buffer.from(secret).toString('base64url')],
  ])('masks a secret %s', (_form, render) => {
    const secret = 'p@ss"w/ord\\ü+1'
    const redactor = createRedactor()
    redactor.add(secret)
    const masked = redactor.mask(`before ${render(secret)} after`)
    expect(masked).toContain(MASK)
    expect(masked).not.toContain(render(secret).slice(-12))
    expect(masked).toMatch(/^before .* after$/)
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
})
