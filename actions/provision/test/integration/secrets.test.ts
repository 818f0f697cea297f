import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { BACKEND_BLOCK, type Checkout, header, openStage, type ProvisionStage } from './stage.ts'

let stage: ProvisionStage
let checkout: Checkout

beforeAll(async () => {
  stage = await openStage()
}, 180_000)
afterAll(() => stage.stop())

const SECRET = `kq8Zt71-"<&'%\\Lm xW0`

/** Every way in which what is told might hold it. */
function leaksOf(secret: string, told: unknown): boolean {
  const text = JSON.stringify(told)
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [inJson, JSON.stringify(inJson).slice(1, -1), secret.slice(0, 8)].some((form) => text.includes(form))
}

async function failureOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await work()
    return []
  } catch (error) {
    return failuresIn(error).map(({ message }) => message)
  }
}

test('a sensitive variable that the refusal of a plan quotes is masked in it', async () => {
  checkout = stage.checkout()
  checkout.write(
    'stacks/one/main.tf',
    `${BACKEND_BLOCK}variable "pin" {\n  sensitive = true\n}\nresource "terraform_data" "this" {\n  input = 1\n  lifecycle {\n    precondition {\n      condition     = nonsensitive(var.pin) == "x"\n      error_message = "not x: \${nonsensitive(var.pin)}"\n    }\n  }\n}\n`,
  )
  const { run, world, lines } = checkout.setting({ env: { TF_VAR_pin: SECRET } })
  const said = await failureOf(() => run.plan())
  expect(said).toHaveLength(1)
  const masked = said.map((each) => world.redactor.mask(each))
  expect(masked[0]).toMatch(/not x: \*\*\*/)
  expect(leaksOf(SECRET, [masked, lines])).toBe(false)
}, 120_000)

/** @param made what makes the key, @param id and @param secret of it */
const apply = (made: string, id: string, secret: string) => `variable "pin" {
  sensitive = true
}
${made}
resource "terraform_data" "quoting" {
  input = ${id}
  provisioner "local-exec" {
    command = "printf '%s\\\\n' \\"$PIN\\" \\"$KEY\\" >&2; printf '%s' \\"$KEY\\" > ../../made; exit 1"
    environment = {
      PIN = nonsensitive(var.pin)
      KEY = nonsensitive(${secret})
    }
  }
}
output "key" {
  value     = ${secret}
  sensitive = true
}
`

/** The provider says that the key is sensitive. */
const accessKey = `resource "aws_iam_user" "this" {
  name = "maker"
}
resource "aws_iam_access_key" "this" {
  user = aws_iam_user.this.name
}`
/** The code says so, and no provider is asked. */
const ownKey = `resource "terraform_data" "key" {
  input = sensitive(uuid())
}`

test('what an apply made before it failed is masked in what it failed with', async () => {
  checkout = stage.checkout()
  checkout.write(
    'stacks/one/main.tf',
    header + apply(accessKey, 'aws_iam_access_key.this.id', 'aws_iam_access_key.this.secret'),
  )
  const { run, world, lines } = checkout.setting({ env: { TF_VAR_pin: SECRET } })
  const plan = await run.plan()
  const outcome = await ended(run, plan, forwards())
  expect(outcome.status).toBe('failed')
  const secretAccessKey = readFileSync(join(checkout.path, 'made'), 'utf8')
  expect(secretAccessKey.length).toBeGreaterThan(20)
  const told = world.redactor.mask(JSON.stringify([plan, outcome, lines]))
  expect(told).toMatch(/exit status 1/)
  for (const secret of [SECRET, secretAccessKey]) expect(leaksOf(secret, [told, lines])).toBe(false)
  expect(existsSync(join(checkout.path, 'stacks/one/errored.tfstate'))).toBe(false)
}, 120_000)

test('what an apply failed with is told without its details where the state cannot be read any more', async () => {
  checkout = stage.checkout()
  // What is kept of the backend goes: Terraform itself has it in memory, and whoever reads the state afterwards has not.
  const unreadable = apply(ownKey, 'terraform_data.key.id', 'terraform_data.key.output').replace(
    '; exit 1',
    '; rm $TF_DATA_DIR/terraform.tfstate; exit 1',
  )
  checkout.write('stacks/one/main.tf', BACKEND_BLOCK + unreadable)
  const { run, world, lines } = checkout.setting({ env: { TF_VAR_pin: SECRET } })
  const plan = await run.plan()
  const outcome = await ended(run, plan, forwards())
  expect(outcome.status).toBe('failed')
  const made = readFileSync(join(checkout.path, 'made'), 'utf8')
  expect(made.length).toBeGreaterThan(20)
  const told = world.redactor.mask(JSON.stringify([plan, outcome, lines]))
  expect(told).toContain('is withheld: the state cannot be read')
  expect(told).not.toMatch(/exit status 1/)
  for (const secret of [SECRET, made]) expect(leaksOf(secret, [told, lines])).toBe(false)
}, 120_000)
