/**
 * What the provision action costs beside Terraform itself, and what it saves: one plan beside the same by hand, eight
 * stacks side by side and one after the other, a module that two of eight use, and the graph of 300 stacks.
 * Fails when one of our bounds does not hold.
 *
 * `--rounds <number>` more or fewer rounds.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Code } from '../actions/provision/src/stack/code.ts'
import { findStacks } from '../actions/provision/src/stack/find.ts'
import { readGraph } from '../actions/provision/src/stack/graph.ts'
import { openStage, STACK, type Stage } from './provision/stage.ts'
import { busyNote, format, isHeld, median, type Report, timesHeader, timesRow } from './report/report.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string' } } })
const rounds = Number(values.rounds ?? 5)
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds must be a whole number')

async function onePlan(stage: Stage): Promise<Report> {
  stage.write('one/only/main.tf', STACK)
  await stage.apply('one/only')
  const times = { hand: [] as number[], action: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const hand = await stage.byHand('one/only')
    const { ms } = await stage.action({ directory: 'one/only' })
    stage.progress(
      `one plan, round ${round} of ${rounds}: by hand ${hand.toFixed(0)} ms, action ${ms.toFixed(0)} ms`,
    )
    if (round === 0) continue // fills the caches of the system
    times.hand.push(hand)
    times.action.push(ms)
  }
  const base = median(times.hand)
  return {
    title: `one stack: terraform init, plan and show; ${rounds} rounds`,
    header: timesHeader,
    rows: [timesRow('by hand', times.hand, base), timesRow('the action', times.action, base)],
    notes: busyNote(times.hand),
    bounds: [{ what: 'the action', value: median(times.action) / base, most: 1.1, unit: '× by hand' }],
  }
}

const eight = Array.from({ length: 8 }, (_, index) => `stack-${index + 1}`)

async function eightStacks(stage: Stage): Promise<Report> {
  const shared = `${STACK}\nmodule "shared" {\n  source = "../../modules/shared"\n}\n`
  stage.write('modules/shared/main.tf', 'output "x" {\n  value = 1\n}\n')
  for (const [index, name] of eight.entries())
    stage.write(`eight/${name}/main.tf`, index < 2 ? shared : STACK)
  // One builds on the first of them.
  stage.write('eight/stack-3/stack.yml', 'depends_on: [stack-1]\n')
  const sideBySide = { directory: 'eight', parallelism: '2' }
  const times = { alone: [] as number[], together: [] as number[] }
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    const alone = (await stage.action({ ...sideBySide, parallelism: '1' })).ms
    const together = (await stage.action(sideBySide)).ms
    stage.progress(
      `eight stacks, round ${round + 1}: ${alone.toFixed(0)} ms, two at a time ${together.toFixed(0)} ms`,
    )
    times.alone.push(alone)
    times.together.push(together)
  }
  const { result, ms } = await stage.action({ ...sideBySide, 'changed-only': 'true' }, [
    'modules/shared/main.tf',
  ])
  const planned = result.log.filter((line) => line.startsWith('planned ')).length
  const base = median(times.alone)
  return {
    title: 'eight stacks',
    header: timesHeader,
    rows: [
      timesRow('one after the other', times.alone, base),
      timesRow('two at a time', times.together, base),
      timesRow('changed-only, a module that two use and one builds on', [ms], base),
    ],
    notes: busyNote(times.alone),
    bounds: [
      {
        what: 'two at a time',
        value: median(times.together) / base,
        most: 0.65,
        unit: '× one after the other',
      },
      { what: 'terraforms for the changed module', value: planned, most: 3, unit: 'runs' },
    ],
  }
}

function graph(): Report {
  const workspace = mkdtempSync(join(tmpdir(), 'omninode-bench-graph-'))
  const write = (file: string, text: string) => {
    mkdirSync(join(workspace, file, '..'), { recursive: true })
    writeFileSync(join(workspace, file), text)
  }
  const variable = (index: number) =>
    `variable "v${index}" {\n  description = "a variable"\n  type        = string\n}\n`
  const resource = (index: number) =>
    `resource "aws_iam_role" "r${index}" {\n  name               = "\${var.v1}-${index}"\n  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow" }] })\n}\n`
  const many = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join('\n')
  for (let index = 0; index < 40; index++) {
    write(`modules/m${index}/main.tf`, many(20, resource))
    write(`modules/m${index}/variables.tf`, many(20, variable))
  }
  for (let index = 0; index < 300; index++) {
    const below = Math.floor(index / 2)
    const remote = `data "terraform_remote_state" "below" {\n  backend = "s3"\n  config = {\n    bucket = var.v1\n    key    = "stacks/s${below}/terraform.tfstate"\n  }\n}\n`
    const module = `module "m" {\n  source = "../../modules/m${index % 40}"\n}\n`
    write(
      `stacks/s${index}/main.tf`,
      `terraform {\n  backend "s3" {}\n}\n${module}${index === 0 ? '' : remote}${many(10, resource)}`,
    )
    write(`stacks/s${index}/variables.tf`, many(10, variable))
  }
  const times: number[] = []
  let edges = 0
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now()
    const code = new Code(workspace)
    const { stacks } = readGraph(code, findStacks(code, 'stacks'))
    times.push(performance.now() - began)
    edges = stacks.reduce((sum, { dependsOn }) => sum + dependsOn.length, 0)
    if (stacks.length !== 300) throw new Error('not every stack was found')
  }
  rmSync(workspace, { recursive: true })
  return {
    title: `the graph of 300 stacks with ${edges} edges, ${rounds + 1} rounds, the first of them cold`,
    header: timesHeader,
    rows: [timesRow('read', times, median(times))],
    notes: [],
    bounds: [{ what: 'the slowest', value: Math.max(...times) / 1_000, most: 1.5, unit: 's' }],
  }
}

const progress = (message: string) => console.error(message)
const stage = await openStage(progress)
try {
  let failed = 0
  for (const block of [() => onePlan(stage), () => eightStacks(stage), graph]) {
    const report = await block()
    console.log(format(report))
    failed += report.bounds.filter((bound) => !isHeld(bound)).length
  }
  if (failed > 0) {
    console.error(`${failed} of the bounds ${failed === 1 ? 'does' : 'do'} not hold.`)
    process.exitCode = 1
  }
} finally {
  await stage.stop()
}
