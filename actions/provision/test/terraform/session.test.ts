import { describe, expect, test } from '@jest/globals'
import { readOnly, roleProblems } from '../../src/terraform/session.ts'

const plan = 'arn:aws:iam::123456789012:role/omninode-dev-plan'
const apply = 'arn:aws:iam::123456789012:role/omninode-dev-apply'

describe('the roles', () => {
  test('to plan and to apply are two', () => {
    expect(roleProblems({ plan, apply }, true)).toEqual([])
    expect(roleProblems({ plan: apply, apply }, false)).toMatchObject([{ code: 'ROLES_EQUAL' }])
  })

  test('may be one only where nobody else decides what runs', () => {
    expect(roleProblems({ apply }, false)).toEqual([])
    expect(roleProblems({ apply }, true)).toMatchObject([{ code: 'PLAN_ROLE' }])
  })
})

describe('the session to plan', () => {
  test('reads, takes the lock of a state, and writes nothing else', () => {
    const { managed, document } = readOnly(plan, { bucket: 'state' })
    expect(managed).toEqual(['arn:aws:iam::aws:policy/ReadOnlyAccess'])
    expect(document['Statement']).toEqual([
      {
        Effect: 'Allow',
        Action: ['s3:PutObject', 's3:DeleteObject'],
        Resource: 'arn:aws:s3:::state/*.tflock',
      },
      { Effect: 'Allow', Action: ['kms:Decrypt'], Resource: '*' },
    ])
  })

  test('may also seal plans into the store, and is of the partition of the role', () => {
    const role = plan.replace('arn:aws:', 'arn:aws-cn:')
    const planStore = { bucket: 'plans', prefix: 'a/b', key: 'arn:aws-cn:kms:cn-north-1:123456789012:key/1' }
    const { managed, document } = readOnly(role, { bucket: 'state', planStore })
    expect(managed).toEqual(['arn:aws-cn:iam::aws:policy/ReadOnlyAccess'])
    expect(document['Statement']).toEqual(
      expect.arrayContaining([
        { Effect: 'Allow', Action: ['s3:PutObject'], Resource: 'arn:aws-cn:s3:::plans/a/b/*' },
        { Effect: 'Allow', Action: ['kms:GenerateDataKey'], Resource: planStore.key },
      ]),
    )
    // AWS takes at most 2,048 characters.
    expect(JSON.stringify(document).length).toBeLessThan(1_500)
  })
})
