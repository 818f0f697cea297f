import { deployedImages } from '#toolkit/manifests/deployed-images.ts'
import { floating, parseImage } from '#toolkit/manifests/image.ts'
import type { Node } from '#toolkit/sources/node.ts'
import type { WorkflowJob } from '#toolkit/sources/workflow.ts'
import type { Repository } from '../repository/repository.ts'
import type { Remark, Rule } from './rule.ts'

/** Whether it is known only when a template or an expression was filled in. */
function computed(text: string): boolean {
  return text.includes('$') || text.includes('{{')
}

function* inWorkloads({ workloads, kustomizations }: Repository): Generator<Remark> {
  for (const { manifest, containers } of workloads) {
    for (const { label, node } of containers) {
      const written = node.get('image')
      if (written.text === undefined) continue
      const subject = `${manifest.address} ${label} image`
      if (computed(written.text)) {
        yield {
          verdict: 'unknown',
          subject,
          message: `The image of the ${label} of ${manifest.address} is filled in later.`,
          source: written.source,
        }
        continue
      }
      for (const { image, by } of deployedImages(
        parseImage(written.text),
        manifest.source.file,
        kustomizations,
      )) {
        const wrong = floating(image)
        if (wrong === undefined) continue
        const where = by === undefined ? '' : `, as ${by} deploys it`
        yield {
          verdict: 'fail',
          subject: `${subject} ${by ?? ''}`.trim(),
          message: `The ${label} of ${manifest.address} uses ${image.name} ${wrong}${where}.`,
          source: written.source,
        }
      }
    }
  }
}

/** The images that a job runs in and beside. */
function imagesOf({ node }: WorkflowJob): Node[] {
  const container = node.get('container')
  const services = [...node.get('services').members().values()].map((service) => service.get('image'))
  return [container.text === undefined ? container.get('image') : container, ...services]
}

function* inWorkflows({ workflows }: Repository): Generator<Remark> {
  for (const { file, jobs } of workflows) {
    for (const job of jobs) {
      for (const { text, source, path } of imagesOf(job)) {
        if (text === undefined) continue
        const subject = `${file} ${path.join('.')}`
        const wrong = floating(parseImage(text))
        if (computed(text))
          yield { verdict: 'unknown', subject, message: `An image of the job ${job.id} is computed.`, source }
        else if (wrong !== undefined)
          yield { verdict: 'fail', subject, message: `The job ${job.id} uses ${text} ${wrong}.`, source }
      }
    }
  }
}

export const rule: Rule = {
  id: 'no-latest-tag',
  title: 'Images name the version that they are',
  why: 'Without a version nobody can say what runs, two pods may differ, and a rollback brings nothing back.',
  fix: 'Name a version, or better a digest; a kustomization may set it under `images:`.',
  severity: 'error',
  *check(repository) {
    yield* inWorkloads(repository)
    yield* inWorkflows(repository)
  },
}
