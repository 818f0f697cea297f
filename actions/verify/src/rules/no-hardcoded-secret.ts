import type { Manifest } from '#toolkit/manifests/manifest.ts'
import { namesSecret } from '#toolkit/redact/names.ts'
import type { Node } from '#toolkit/sources/node.ts'
import { textsIn } from '#toolkit/sources/node.ts'
import type { Repository } from '../repository/repository.ts'
import { isLiteralSecret, secretIn } from '../repository/secrets.ts'
import { servicesAt } from '../repository/services.ts'
import { settingsIn } from '../repository/settings.ts'
import type { Remark, Rule } from './rule.ts'

/** What a named value gives away. The value itself is in no message, and neither is a part of it. */
function* named(name: string, value: string, subject: string, node: Pick<Node, 'source'>): Generator<Remark> {
  if (!namesSecret(name) || !isLiteralSecret(name, value)) return
  yield { verdict: 'fail', subject, message: `${subject} is written out.`, source: node.source }
}

/** Kubernetes' own; what others call a Secret may be a reference to one. */
function isSecret({ group, kind }: Manifest): boolean {
  return group === '' && kind === 'Secret'
}

function* inSecrets({ manifests, kustomizations }: Repository): Generator<Remark> {
  for (const manifest of manifests) {
    if (!isSecret(manifest)) continue
    const { address, node } = manifest
    for (const key of ['data', 'stringData']) {
      for (const [name, { value, source }] of node.get(key).members()) {
        if (value === null || value === '') continue
        const subject = `${address} ${name}`
        yield { verdict: 'fail', subject, message: `${subject} is in git; base64 hides nothing.`, source }
      }
    }
  }
  for (const { secretLiterals } of kustomizations) {
    for (const { text = '', source } of secretLiterals) {
      const name = text.split('=', 1)[0] ?? ''
      const subject = `secretGenerator ${name}`
      yield { verdict: 'fail', subject, message: `${subject} is in git.`, source }
    }
  }
}

function* inWorkflows({ workflows, actions }: Repository): Generator<Remark> {
  const scopes = [
    ...workflows.flatMap((workflow) => [
      { where: 'env', values: workflow.env, workflow },
      ...workflow.jobs.flatMap((job) => [
        { where: `job ${job.id} env`, values: job.env, workflow },
        { where: `job ${job.id} with`, values: job.with, workflow },
        ...job.steps.flatMap((step) => [
          { where: `job ${job.id} ${step.label} env`, values: step.env, workflow },
          { where: `job ${job.id} ${step.label} with`, values: step.with, workflow },
        ]),
      ]),
    ]),
    ...actions.flatMap(({ steps }) =>
      steps.flatMap((step) => [
        { where: `${step.label} env`, values: step.env, workflow: undefined },
        { where: `${step.label} with`, values: step.with, workflow: undefined },
      ]),
    ),
  ]
  for (const { where, values, workflow } of scopes) {
    for (const [name, node] of values) {
      if (node.text === undefined) continue
      const remarks = [...named(name, node.text, `${where} ${name}`, node)]
      if (remarks.length === 0) continue
      if (workflow === undefined || !servicesAt(workflow, node.path).isGiven(node.text)) yield* remarks
    }
  }
}

/** Secrets that are recognized by their shape, wherever they stand. */
function* byShape({ manifests, workflows, actions }: Repository): Generator<Remark> {
  const roots = [
    // A Secret is reported as a whole.
    ...manifests
      .filter((manifest) => !isSecret(manifest))
      .map(({ node, address }) => ({ node, about: address, workflow: undefined })),
    ...workflows.map((workflow) => ({ node: workflow.node, about: workflow.file, workflow })),
    ...actions.map(({ node, file }) => ({ node, about: file, workflow: undefined })),
  ]
  for (const { node, about, workflow } of roots) {
    for (const { text = '', path, source } of textsIn(node)) {
      // Only what would be told is held against what the job starts.
      const what = secretIn(text) && secretIn(text, workflow && servicesAt(workflow, path))
      if (what === undefined) continue
      const subject = `${about} ${path.slice(node.path.length).join('.')}`
      yield { verdict: 'fail', subject, message: `${subject} holds ${what}.`, source }
    }
  }
}

export const rule: Rule = {
  id: 'no-hardcoded-secret',
  title: 'No secret is in git',
  why: 'Whoever may read the repository, or a copy of it, has the secret, and it stays in the history.',
  fix: 'Revoke it, keep the new one in a secret store, and refer to it: `secretKeyRef`, an external secret, or `${{ secrets.NAME }}`.',
  severity: 'error',
  *check(repository) {
    const reported = new Set<string>()
    const settings = function* () {
      for (const { name, value, subject, source } of settingsIn(repository))
        yield* named(name, value, subject, { source })
    }
    // One line is one finding, whatever gave it away.
    for (const remark of [
      ...inSecrets(repository),
      ...settings(),
      ...inWorkflows(repository),
      ...byShape(repository),
    ]) {
      const { file, line, column } = remark.source
      const place = `${file}:${line}:${column}`
      if (reported.has(place)) continue
      reported.add(place)
      yield remark
    }
  },
}
