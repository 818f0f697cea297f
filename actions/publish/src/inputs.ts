import * as z from 'zod'
import { choice, text } from '#toolkit/action/inputs.ts'
import type { Described } from '#toolkit/runtime/action-yml.ts'

export const publishInputs = z.object({
  'github-token': text(
    'Token for the comment and the check runs. Needs `pull-requests: write` and `checks: write`.',
  ).optional(),
  comment: choice(
    'Whether what was planned is shown in the sticky comment of the pull request; the reviews are recorded either way.',
    ['auto', 'off'],
    'auto',
  ),
})

/** It is no step: nothing is planned by it, and nothing released. */
export const action: Described = {
  name: 'publish',
  description:
    'Publish what the other jobs of this run have planned: one comment, and a signed review of each plan.',
  inputs: publishInputs,
  outputs: {},
  branding: { icon: 'message-square', color: 'gray-dark' },
  source: 'src/inputs.ts',
  post: false,
}
