import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { BACKEND_BLOCK, type Checkout, openStage, type ProvisionStage } from './stage.ts'

let stage: ProvisionStage
let checkout: Checkout

beforeAll(async () => {
  stage = await openStage()
  checkout = stage.checkout()
}, 180_000)
afterAll(() => stage.stop())

const write = (code: string) => checkout.write('stacks/one/main.tf', BACKEND_BLOCK + code)
const thing = (name: string, body = 'input = 1') => `resource "terraform_data" "${name}" {\n  ${body}\n}\n`

async function plan() {
  const { run, world } = checkout.setting()
  return { plan: await run.plan(), run, world }
}

/** The shapes of moves, imports and the like are the tool's own here, not ours. */
test.each([
  ['Terraform', {}],
  ['OpenTofu', { '.opentofu-version': '>= 1.10' }],
])(
  '%s: a move, an import, a forgotten thing and a replacement are told apart',
  async (_tool, files) => {
    checkout = stage.checkout()
    for (const [file, text] of Object.entries(files)) checkout.write(file, text)
    checkout.write(
      'stacks/one/stack.yml',
      'allow:\n  - address: terraform_data.forgotten\n    action: forget\n    reason: somebody else looks after it\n',
    )
    const key = `terraform/stacks/dev/shapes-${Object.keys(files).length}.tfstate`
    const backend = BACKEND_BLOCK.replace('{}', `{\n    key = "${key}"\n  }`)
    const writeAll = (code: string) => checkout.write('stacks/one/main.tf', backend + code)
    writeAll(
      thing('old') +
        thing('forgotten') +
        thing('replaced', 'triggers_replace = 1') +
        thing('kept') +
        thing('gone'),
    )
    const first = await plan()
    expect((await ended(first.run, first.plan, forwards())).status).toBe('succeeded')
    writeAll(
      `${thing('new')}moved {\n  from = terraform_data.old\n  to   = terraform_data.new\n}\n` +
        `removed {\n  from = terraform_data.forgotten\n  lifecycle {\n    destroy = false\n  }\n}\n` +
        thing('replaced', 'triggers_replace = 2') +
        thing('kept', 'input = 2') +
        `${thing('imported')}import {\n  to = terraform_data.imported\n  id = "5c4f6f9e-3f62-4b0c-9d0e-0a4c0d8d2a11"\n}\n`,
    )
    const second = await plan()
    expect(
      Object.fromEntries(
        second.plan.changes.map(({ address, action, note }) => [address.slice(4), [action, note]]),
      ),
    ).toEqual({
      'terraform_data.new': ['move', 'was terraform_data.old'],
      'terraform_data.forgotten': ['forget', expect.stringContaining('nobody looks after it')],
      'terraform_data.replaced': [
        'replace',
        expect.stringContaining('`triggers_replace` cannot be changed in place'),
      ],
      'terraform_data.kept': ['update', undefined],
      'terraform_data.imported': ['import', 'exists as 5c4f6f9e-3f62-4b0c-9d0e-0a4c0d8d2a11'],
      'terraform_data.gone': ['delete', 'it is no longer in the code'],
    })
    const outcome = await ended(second.run, second.plan, forwards())
    expect(outcome.results.map(({ status }) => status)).toEqual(Array(6).fill('done'))
    expect((await plan()).plan.changes).toEqual([])
  },
  120_000,
)

test('what a provider does not mark as secret is masked everywhere, and the log never shows it', async () => {
  const secret = 'S3cr3t-in-a-script-7q'
  write(
    `provider "aws" {}\nresource "aws_ssm_parameter" "plain" {\n  name  = "/x/API_PASSWORD"\n  type  = "String"\n  value = "x"\n}\n` +
      `resource "aws_launch_template" "this" {\n  user_data = base64encode("x")\n  tags = {\n    note = "postgres://app:${secret}@db/app"\n  }\n}\n` +
      `resource "terraform_data" "env" {\n  input = jsonencode([{ environment = [{ name = "DB_PASSWORD", value = "${secret}" }] }])\n}\n` +
      `output "url" {\n  value = "https://user:${secret}@example.com"\n}\n`,
  )
  const { run, world, lines } = checkout.setting()
  const made = await run.plan()
  const outcome = await ended(run, made, forwards())
  expect(outcome.status).toBe('succeeded')
  expect(outcome.outputs).toEqual({ one: { url: 'https://user:(sensitive)@example.com' } })
  expect(JSON.stringify([made, outcome, lines, world.redactor.mask(secret)])).not.toContain(secret)
}, 120_000)
