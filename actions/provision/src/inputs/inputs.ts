import * as z from 'zod'
import { type CommonInputs, count, duration, flag, list, text } from '#toolkit/action/inputs.ts'

export const inputs = z.object({
  directory: text('A Terraform stack, or a folder with stacks at any depth, relative to the checkout.'),
  'changed-only': flag(
    'Plans only the stacks whose code or modules the pull request changes, and those that build on them.',
    false,
  ),
  'aws-role': text('ARN of the role to apply with, assumed with the OIDC token.'),
  'plan-role': text(
    'ARN of a role that may only read: everything but `apply` and `destroy` uses it, on every event. Must be another one than `aws-role`.',
  ).optional(),
  'aws-region': text('AWS region, such as `eu-central-1`.').regex(
    /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/,
    'must be a region such as eu-central-1',
  ),
  'backend-config': list(
    'Settings of the S3 backend, `key=value` a line; at least `bucket`. The state is always locked and encrypted.',
  ),
  'var-file': list('Variable files relative to the checkout, one a line.'),
  'terraform-version': text(
    'Version of Terraform, or a constraint. Counts when neither `.terraform-version`, `.opentofu-version` nor `.tool-versions` is there; `required_version` must allow it.',
  ).optional(),
  'opentofu-version': text('The same for OpenTofu, which is used then.').optional(),
  parallelism: count('How many stacks are worked on at the same time; each takes about 600 MB.', 2, 1),
  protect: list(
    'Types or addresses that may not be deleted or replaced, one a line, beside the built-in ones: databases, buckets, keys, volumes. The merged change lets it pass with `allow:` in the `stack.yml` of the stack.',
  ),
  'lock-timeout': duration('How long to wait for the lock of a state.', '5m'),
  'plan-store': text(
    'Where plans are kept between the preview and the apply, as `s3://bucket/prefix`: the apply then applies exactly the plan file that was reviewed. Without it the apply plans again, and compares.',
  ).optional(),
  'plan-store-key': text('ARN of the KMS key that saved plans are sealed with.').optional(),
  'plan-max-age': duration('How old a saved plan may be when it is applied.', '72h'),
  'pass-environment': list(
    'Names of variables of the environment that Terraform, its providers and what they start may see, one a line. They see PATH and the like, proxies, `TF_…` and the session of AWS; tokens and everything else only when it is named here.',
  ),
  confirm: text('For `destroy`: the folder of the stack, typed by whoever starts the run.').optional(),
})
/** What the action is given; some of it, until everything is known to be right. */
export type ProvisionInputs = z.output<typeof inputs> & CommonInputs
