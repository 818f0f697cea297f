import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { asSandbox } from '#sandbox/aws/sts.ts'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { type Account, openAccount } from '#sandbox/terraform/account.ts'
import { applyIdentity, STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'

const root = join(import.meta.dirname, '../../../..')
const accounts: Account[] = []

beforeAll(async () => {
  accounts.push(...(await Promise.all([0, 1].map(() => openAccount({ progress: () => undefined })))))
}, 60_000)
afterAll(() => Promise.all(accounts.map((account) => account.stop())))

/** All that IAM has in an account, without the ids that it draws and the times. */
async function iamOf({ aws }: Account): Promise<string[]> {
  const all = await fetch(aws.url, {
    method: 'POST',
    headers: { ...asSandbox('iam'), 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Action=GetAccountAuthorizationDetails&Version=2010-05-08&Filter.member.1=Role&Filter.member.2=LocalManagedPolicy',
  })
  const xml = await all.text()
  const members = xml
    .replaceAll(/<(RoleId|PolicyId|RequestId)>[^<]*/g, '<$1>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '')
    // What stands behind a list is none of its last member, whichever that is.
    .replaceAll('</member>', '<member>')
    .replaceAll(/<\/[^>]*>|<IsTruncated>.*/gs, '')
    // Lists come in the order in which they were made: what opens the next one belongs to none of their members.
    .replaceAll(/<\w+>(?=\s*(?:<|$))/g, (tag) => (tag === '<member>' ? tag : ''))
    .split('<member>')
  return members
    .map((member) => member.trim())
    .filter((member) => member !== '')
    .sort()
}

test('an account of which the identity stack was made before is the same as one in which Terraform makes it', async () => {
  const [applied, again] = accounts as [Account, Account] // both are opened above
  const roles = await applyIdentity({
    aws: applied.aws,
    folder: join(applied.folder, 'applied'),
    workspace: root,
    terraform: 'terraform',
    terraformEnv: applied.tools,
    identity: REPOSITORY,
  })
  // Whoever is the first makes it, and all others take it from there.
  expect(await again.bootstrap(root)).toEqual(roles)
  const [first, second] = [await iamOf(applied), await iamOf(again)]
  expect(first.length).toBeGreaterThan(20)
  expect(second).toEqual(first)
  const key = 'terraform/stacks/dev/identity/terraform.tfstate'
  const resources = async ({ aws }: Account) => {
    const state: { resources: readonly { type: string; name: string; instances: readonly unknown[] }[] } =
      JSON.parse(await aws.readObject(STATE_BUCKET, key))
    return state.resources.map(({ type, name, instances }) => [type, name, instances.length])
  }
  expect(await resources(again)).toEqual(await resources(applied))
}, 120_000)
