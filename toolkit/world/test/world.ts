import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatSource } from '../../model/source.ts'
import { createRedactor } from '../../redact/redactor.ts'
import type { Clock, WorkflowRun, World } from '../world.ts'

export interface TestWorld {
  readonly world: World
  /** Everything logged, masked, in order. */
  readonly lines: string[]
  readonly state: Map<string, string>
}

export interface TestWorldOptions {
  readonly workspace: string
  readonly env?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  readonly clock?: Clock
  readonly idToken?: (audience: string) => Promise<string>
  readonly run?: Partial<WorkflowRun>
}

const testRun: WorkflowRun = {
  repository: 'omninode-ai/omninode_infra',
  repositoryId: '123456',
  sha: '0'.repeat(40),
  ref: 'refs/heads/main',
  event: 'push',
  actor: 'octocat',
  id: '1',
  attempt: '1',
  url: 'https://github.com/omninode-ai/omninode_infra/actions/runs/1',
  repositoryUrl: 'https://github.com/omninode-ai/omninode_infra',
  apiUrl: 'https://api.github.com',
  actionRepository: 'omninode-ai/omninode_infra',
}

/** A world for tests that need no runner: real clock unless one is given, real temp folder, log kept in memory. */
export function createTestWorld(options: TestWorldOptions): TestWorld {
  const lines: string[] = []
  const state = new Map<string, string>()
  const redactor = createRedactor()
  const write = (text: string) => lines.push(redactor.mask(text))
  const { idToken } = options
  const world: World = {
    clock: options.clock ?? (() => new Date()),
    log: {
      colour: false,
      info: write,
      debug: (text) => write(`debug: ${text}`),
      group: async (title, work) => {
        write(`> ${title}`)
        return work()
      },
      progress: (text) => {
        if (text !== undefined) write(`progress: ${text}`)
      },
      notice: (text) => write(`notice: ${text}`),
      warning: (text) => write(`warning: ${text}`),
      failure: (failure) =>
        write(`error: ${failure.source ? `${formatSource(failure.source)}: ` : ''}${failure.message}`),
    },
    signal: options.signal ?? new AbortController().signal,
    random: Math.random,
    env: options.env ?? {},
    workspace: options.workspace,
    temp: mkdtempSync(join(tmpdir(), 'omninode-test-')),
    redactor,
    run: { ...testRun, ...options.run },
    machine: { platform: process.platform, arch: process.arch, uid: process.getuid?.() },
    toolVersion: '0.1.0',
    mayRequestIdToken: idToken !== undefined,
    idToken: idToken ?? (() => Promise.reject(new Error('this test has no ID tokens'))),
    saveState: (name, value) => state.set(name, value),
  }
  return { world, lines, state }
}
