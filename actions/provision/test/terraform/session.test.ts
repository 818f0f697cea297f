import { describe, expect, test } from '@jest/globals'
import { readOnly, roleProblems } from '../../src/terraform/session.ts'

const plan = 'arn:aws:iam::123456789012:role/omninode-dev-plan'
const apply = 'arn:aws:iam::123456789012:role/omninode-dev-apply'

describe('the roles', () => {
  test('to plan and to apply are two', () => {
    expect(roleProblems({ plan, apply }, false)).toEqual([])
    expect(roleProblems({ plan: apply, apply }, true)).toMatchObject([{ code: 'ROLES_EQUAL' }])
  })

  test('may be one only for a run that applies', () => {
    expect(roleProblems({ apply }, true)).toEqual([])
    expect(roleProblems({ apply }, false)).toMatchObject([{ code: 'PLAN_ROLE' }])
  })
})

describe('the session to plan', () => {
  test('reads, takes the locks of its own states, and writes nothing else', () => {
    const { managed, document } = readOnly(plan, { bucket: 'state', states: 'terraform/stacks/dev/' })
    expect(managed).toEqual(['arn:aws:iam::aws:policy/ReadOnlyAccess'])
    expect(document['Statement']).toEqual([
      {
        Effect: 'Allow',
        Action: ['s3:PutObject', 's3:DeleteObject'],
        Resource: 'arn:aws:s3:::state/terraform/stacks/dev/*.tflock',
      },
      { Effect: 'Allow', Action: ['kms:Decrypt'], Resource: '*' },
    ])
  })

  test('may also seal plans of its own commit into the store, each once, and is of the partition of the role', () => {
    const role = plan.replace('arn:aws:', 'arn:aws-cn:')
    const planStore = {
      bucket: 'plans',
      prefix: 'a/b',
      key: 'arn:aws-cn:kms:cn-north-1:123456789012:key/1',
      repositoryId: '123456',
      commit: 'c'.repeat(40),
    }
    const { managed, document } = readOnly(role, { bucket: 'state', states: '', planStore })
    expect(managed).toEqual(['arn:aws-cn:iam::aws:policy/ReadOnlyAccess'])
    expect(document['Statement']).toEqual(
      expect.arrayContaining([
        {
          Effect: 'Allow',
          Action: ['s3:PutObject'],
          Resource: `arn:aws-cn:s3:::plans/a/b/123456/${'c'.repeat(40)}/*.sealed`,
          Condition: { Null: { 's3:if-none-match': 'false' } },
        },
        {
          Effect: 'Allow',
          Action: ['kms:GenerateDataKey'],
          Resource: planStore.key,
          Condition: {
            StringEquals: {
              'kms:EncryptionContext:repository_id': '123456',
              'kms:EncryptionContext:commit': 'c'.repeat(40),
            },
          },
        },
      ]),
    )
    // AWS takes at most 2,048 characters.
    expect(JSON.stringify(document).length).toBeLessThan(1_500)
  })
})
