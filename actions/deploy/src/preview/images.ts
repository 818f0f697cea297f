/** The images that are put in place of those in the manifests, and those that nobody can hold to a version. */
import { floating, formatImage, parseImage } from '#toolkit/manifests/image.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { workloadOf } from '#toolkit/manifests/workload.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'

/** @throws Failure INPUT_INVALID for a second line of one image, and for a line that is not `name=reference@sha256:…` */
export function parseImages(lines: readonly string[]): ReadonlyMap<string, string> {
  const bad = lines.find((line) => !/^[^=\s]+=[^=\s]+@sha256:[0-9a-f]{64}$/.test(line))
  if (bad !== undefined) {
    throw new Failure({
      code: 'INPUT_INVALID',
      what: `The input \`images\` has the line \`${bad}\`: it must be name=reference@sha256:<64 hex digits>.`,
      fix: 'Name images by digest: a tag can be another image tomorrow.',
    })
  }
  const names = lines.map((line) => line.slice(0, line.indexOf('=')))
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    throw new Failure({
      code: 'INPUT_INVALID',
      what: `The input \`images\` names ${twice} twice.`,
      fix: 'Keep one of the lines.',
    })
  }
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}

/** What is deployed without saying which version it is. */
export function floatingFindings(manifests: readonly CompleteManifest[]): Finding[] {
  return manifests.flatMap((manifest) =>
    (workloadOf(manifest)?.containers ?? []).flatMap(({ label, node }) => {
      const written = node.get('image')
      const image = written.text === undefined ? undefined : parseImage(written.text)
      const wrong = image === undefined ? undefined : floating(image)
      if (image === undefined || wrong === undefined) return []
      return finding(
        {
          rule: 'floating-image',
          severity: 'warning',
          verdict: 'fail',
          message: `The ${label} of ${manifest.address} uses ${image.name} ${wrong}.`,
          why: 'Nobody can say what runs then: it can be another image tomorrow, and in another pod.',
          fix: `Name its digest: \`${image.name}=…@sha256:…\` under \`images:\`, or in the manifest.`,
          source: written.source,
        },
        `${manifest.address} ${label} ${formatImage(image)}`,
      )
    }),
  )
}
