import { expect, test } from '@jest/globals'
import { failureOf } from '../../src/terraform/diagnostics.ts'

/** As Terraform, OpenTofu and the provider of AWS word them. */
const said: readonly (readonly [summary: string, detail: string, fix: RegExp])[] = [
  [
    'creating IAM Role (plan)',
    'operation error IAM: CreateRole, https response error StatusCode: 403, RequestID: 1, api error AccessDenied: User is not authorized to perform: iam:CreateRole',
    /^Allow the role/,
  ],
  [
    'Error: configuring Terraform AWS Provider',
    'no valid credential sources for Terraform AWS Provider found.',
    /^Check the role and its trust policy/,
  ],
  [
    'creating EC2 Subnet',
    'api error SubnetLimitExceeded: The maximum number of subnets has been reached.',
    /^Ask for a higher quota/,
  ],
  [
    'creating S3 Bucket (state)',
    'api error BucketAlreadyOwnedByYou: Your previous request to create the named bucket succeeded and you already own it.',
    /^Take what is there over/,
  ],
  [
    'reading EC2 VPC',
    'api error RequestLimitExceeded: Request limit exceeded.',
    /^Run the job again; a lower/,
  ],
  [
    'waiting for EC2 NAT Gateway create',
    "timeout while waiting for state to become 'available' (last state: 'pending', timeout: 10m0s)",
    /^Look at what was made/,
  ],
  [
    'Failed to install provider',
    'could not query provider registry for registry.terraform.io/hashicorp/aws: dial tcp: lookup registry.terraform.io: no such host',
    /^Check the network of the runner/,
  ],
  [
    'No value for required variable',
    'The root module input variable "name" is not set.',
    /^Give the variable a default/,
  ],
  [
    'deleting EC2 VPC (vpc-1)',
    "api error DependencyViolation: The vpc 'vpc-1' has dependencies and cannot be deleted.",
    /^Remove what still uses it/,
  ],
  [
    'Inconsistent dependency lock file',
    'provider registry.terraform.io/hashicorp/aws: required by this configuration',
    /^Run `terraform init -upgrade`/,
  ],
  [
    'Unsupported Terraform Core version',
    'This configuration does not support version 1.5.0.',
    /`terraform-version`/,
  ],
  [
    'Unsupported argument',
    'An argument named "nam" is not expected here. Did you mean "name"?',
    /^Correct the code at this place/,
  ],
  [
    'Reference to undeclared input variable',
    'An input variable with the name "a" has not been declared.',
    /^Correct the code/,
  ],
  ['Instance cannot be destroyed', 'Resource a.b has lifecycle.prevent_destroy set.', /`prevent_destroy`/],
  [
    'Provider produced inconsistent result after apply',
    'When applying changes to a.b',
    /another version of the provider/,
  ],
  ['Something new', 'Nobody has seen this before.', /^Look at what it names/],
]

test.each(said)('%s says what to do about it', (summary, detail, fix) => {
  expect(failureOf({ severity: 'error', summary, detail }, 'stacks/a').fix).toMatch(fix)
})

test('no advice is that of all', () => {
  const fixes = said.map(([summary, detail]) => failureOf({ severity: 'error', summary, detail }, 'a').fix)
  expect(new Set(fixes).size).toBeGreaterThan(12)
})
