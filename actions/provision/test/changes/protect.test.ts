import { describe, expect, test } from '@jest/globals'
import type { Action, Change } from '#toolkit/model/change.ts'
import { isBlocking } from '#toolkit/model/finding.ts'
import { guard } from '../../src/changes/protect.ts'
import type { DestroyAllowance } from '../../src/stack/settings.ts'

function judge(
  changes: readonly (readonly [Action, address: string])[],
  more: { allow?: Partial<DestroyAllowance>[]; protect?: string[]; own?: string[]; tainted?: string[] } = {},
) {
  const findings = guard({
    stack: 'data',
    changes: changes.map(([action, address]): Change => {
      const kind =
        address
          .replace(/\[.*?\]/g, '')
          .split('.')
          .at(-2) ?? ''
      return { action, address: `data/${address}`, kind, source: { file: 'main.tf', line: 3 } }
    }),
    tainted: new Set(more.tainted ?? []),
    settings: {
      dependsOn: [],
      protect: more.own ?? [],
      allow: (more.allow ?? []).map((each) => ({
        address: '',
        action: 'delete',
        reason: 'because it is so',
        source: { file: 'stack.yml', line: 2 },
        ...each,
      })),
    },
    protect: more.protect ?? [],
  })
  return findings.map((each) => `${each.rule}${isBlocking(each) ? '!' : ''} ${each.message}`)
}

describe('what is protected', () => {
  test.each<[Action, string]>([
    ['delete', 'aws_db_instance.this'],
    ['replace', 'module.data.aws_kms_key.this'],
    ['delete', 'module.x["a"].aws_s3_bucket.logs[0]'],
    ['delete', 'aws_ebs_volume.etcd'],
  ])('may not be destroyed: %s %s', (action, address) => {
    expect(judge([[action, address]])).toEqual([expect.stringMatching(/^protected! data\/.* is protected/)])
  })

  test.each<[Action, string]>([
    ['create', 'aws_db_instance.this'],
    ['update', 'aws_db_instance.this'],
    ['delete', 'aws_instance.this'],
    ['replace', 'aws_security_group_rule.this'],
  ])('does not stand in the way of anything else: %s %s', (action, address) => {
    expect(judge([[action, address]])).toEqual([])
  })

  test.each([
    ['a type', 'aws_instance'],
    ['an address', 'module.k3s.aws_instance.server'],
    ['a module', 'module.k3s'],
    ['one instance', 'module.k3s.aws_instance.server["a"]'],
  ])('can be named by %s, in the inputs and in stack.yml', (_what, entry) => {
    const change = ['delete', 'module.k3s.aws_instance.server["a"]'] as const
    expect(judge([change], { protect: [entry] })).toHaveLength(1)
    expect(judge([change], { own: [entry] })).toHaveLength(1)
    expect(judge([['delete', 'module.k3sx.aws_instances.server']], { protect: [entry] })).toEqual([])
  })

  test('passes with an allowance for exactly that, also for all instances of it', () => {
    expect(judge([['delete', 'aws_s3_bucket.a']], { allow: [{ address: 'aws_s3_bucket.a' }] })).toEqual([])
    expect(judge([['delete', 'aws_s3_bucket.a["x"]']], { allow: [{ address: 'aws_s3_bucket.a' }] })).toEqual(
      [],
    )
    expect(judge([['replace', 'aws_s3_bucket.a']], { allow: [{ address: 'aws_s3_bucket.a' }] })).toEqual([
      expect.stringMatching(/^protected!/),
      expect.stringMatching(/^unused-allow The allowance to delete/),
    ])
  })

  test('an allowance that is left over is told, and blocks nothing', () => {
    expect(judge([], { allow: [{ address: 'aws_s3_bucket.gone' }] })).toEqual([
      'unused-allow The allowance to delete aws_s3_bucket.gone in data allows nothing that is planned.',
    ])
  })

  test('what is only tainted needs a person, whatever it is', () => {
    const change = ['replace', 'aws_instance.this'] as const
    expect(judge([change], { tainted: ['aws_instance.this'] })).toEqual([
      expect.stringMatching(/^tainted-replace!/),
    ])
    expect(
      judge([change], {
        tainted: ['aws_instance.this'],
        allow: [{ address: 'aws_instance.this', action: 'replace' }],
      }),
    ).toEqual([])
  })
})
