import { describe, expect, test } from '@jest/globals'
import { classifyInit, classifyInitOutput, INIT_BUDGET } from '../../src/terraform/init-retry.ts'

const query = 'Failed to query available provider packages'
const install = 'Failed to install provider'
const list = 'Could not retrieve the list of available versions for provider hashicorp/aws: '

// Messages of Terraform 0.13 to 1.15 and OpenTofu 1.6 to 1.12, from their issues and sources.
const passing: [string, string][] = [
  [
    query,
    `${list}could not connect to registry.terraform.io: Failed to request discovery document: Get "https://registry.terraform.io/.well-known/terraform.json": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
  ],
  [
    query,
    `${list}could not query provider registry for registry.terraform.io/hashicorp/aws: the request failed after 2 attempts, please try again later: Get "https://registry.terraform.io/v1/providers/hashicorp/aws/versions": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
  ],
  [
    query,
    `${list}could not connect to registry.terraform.io: failed to request discovery document: 429 Too Many Requests`,
  ],
  [
    query,
    `${list}could not query provider registry for registry.terraform.io/hashicorp/aws: 502 Bad Gateway`,
  ],
  [
    query,
    `${list}could not connect to registry.terraform.io: Failed to request discovery document: Get "https://registry.terraform.io/.well-known/terraform.json": net/http: TLS handshake timeout`,
  ],
  [
    query,
    `${list}could not connect to registry.terraform.io: failed to request discovery document: Get "https://registry.terraform.io/.well-known/terraform.json": dial tcp: lookup registry.terraform.io on 127.0.0.53:53: server misbehaving`,
  ],
  [
    query,
    `${list}failed to query provider mirror https://mirror.example.com/ for registry.terraform.io/hashicorp/aws: server returned unsuccessful status 503`,
  ],
  [
    query,
    `${list}could not query provider registry for registry.opentofu.org/hashicorp/aws: Get "https://registry.opentofu.org/v1/providers/hashicorp/aws/versions": GET https://registry.opentofu.org/v1/providers/hashicorp/aws/versions giving up after 3 attempt(s)`,
  ],
  [
    install,
    'Error while installing hashicorp/aws v4.23.0: could not query provider registry for registry.terraform.io/hashicorp/aws: failed to retrieve authentication checksums for provider: the request failed after 2 attempts, please try again later: Get "https://releases.hashicorp.com/terraform-provider-aws/4.23.0/terraform-provider-aws_4.23.0_SHA256SUMS": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
  ],
  [
    install,
    'Error while installing hashicorp/aws v5.100.0: unsuccessful request to https://releases.hashicorp.com/terraform-provider-aws/5.100.0/terraform-provider-aws_5.100.0_linux_amd64.zip: 503 Service Unavailable',
  ],
  [
    install,
    'Error while installing hashicorp/aws v5.100.0: releases.hashicorp.com: read tcp 10.1.0.4:51000->13.32.99.7:443: read: connection reset by peer',
  ],
  [
    install,
    'Error while installing hashicorp/aws v5.100.0: incorrect response size: expected 163577856 bytes, but got 81920 bytes',
  ],
  [install, 'Error while installing hashicorp/aws v5.100.0: unexpected EOF'],
  [
    install,
    'Error while installing hashicorp/aws v5.100.0: archive has incorrect checksum zh:aa (expected zh:bb)',
  ],
  [install, 'Error while installing hashicorp/aws v5.100.0: zip: not a valid zip file'],
  [
    'Failed to download module',
    'Could not download module "vpc" (main.tf:15) source code from "https://example.com/vpc.tar.gz": bad response code: 502.',
  ],
  [
    'Failed to download module',
    'Could not download module "vpc" (main.tf:1) source code from "git::https://github.com/a/b.git": error downloading: /usr/bin/git exited with 128: error: RPC failed; curl 56 Recv failure\nfatal: early EOF',
  ],
  [
    'Error accessing remote module registry',
    'Failed to retrieve available versions for module "vpc" (main.tf:1) from registry.terraform.io: the request failed after 2 attempts, please try again later: 503 Service Unavailable returned from registry.terraform.io.',
  ],
  [
    'Failed to get existing workspaces',
    'Unable to list objects in S3 bucket "state": operation error S3: ListObjectsV2, exceeded maximum number of attempts, 5, https response error StatusCode: 503, RequestID: , HostID: , api error SlowDown: Please reduce your request rate.',
  ],
  [
    'Error refreshing state',
    'operation error S3: GetObject, https response error StatusCode: 400, RequestID: A, HostID: B, api error RequestTimeout: Your socket connection to the server was not read from or written to within the timeout period.',
  ],
  [
    'Error refreshing state',
    'operation error S3: HeadObject, exceeded maximum number of attempts, 5, https response error StatusCode: 0, RequestID: , HostID: , request send failed, Head "https://state.s3.eu-central-1.amazonaws.com/a": dial tcp 52.219.1.1:443: i/o timeout',
  ],
]

const final: [string, string][] = [
  [query, `${list}no available releases match the given constraints >= 99.0.0`],
  [
    query,
    `${list}provider registry registry.terraform.io does not have a provider named registry.terraform.io/hashicorp/awss`,
  ],
  [
    query,
    `${list}provider registry.terraform.io/hashicorp/random was not found in any of the search locations`,
  ],
  [
    query,
    `${list}locked provider registry.terraform.io/hashicorp/aws 5.99.0 does not match configured version constraint 5.100.0; must use terraform init -upgrade to allow selection of new versions`,
  ],
  [query, `${list}host registry.example.com requires authentication credentials`],
  [query, `${list}host registry.example.com rejected the given authentication credentials`],
  [
    query,
    `${list}could not connect to registry.example.com: failed to request discovery document: Get "https://registry.example.com/.well-known/terraform.json": tls: failed to verify certificate: x509: certificate signed by unknown authority`,
  ],
  [
    install,
    'Error while installing hashicorp/vsphere v1.24.3: could not query provider registry for registry.terraform.io/hashicorp/vsphere: failed to retrieve authentication checksums for provider: 404 Not Found',
  ],
  [
    install,
    'Error while installing ns1-terraform/ns1 v2.0.0: could not query provider registry for registry.terraform.io/ns1-terraform/ns1: failed to retrieve authentication checksums for provider: 403 Forbidden returned from objects.githubusercontent.com',
  ],
  [
    install,
    "Error while installing hashicorp/aws v5.100.0: the local package for registry.terraform.io/hashicorp/aws 5.100.0 doesn't match any of the checksums previously recorded in the dependency lock file (this might be because the available checksums are for packages targeting different platforms)",
  ],
  [
    install,
    'Error while installing hashicorp/aws v5.100.0: error checking signature: openpgp: signature made by unknown entity',
  ],
  [
    'Provider dependency changes detected',
    'Changes to the required provider dependencies were detected, but the lock file is read-only. To use and record these requirements, run "terraform init" without the "-lockfile=readonly" flag.',
  ],
  [
    'Failed to download module',
    'Could not download module "db" (aws/rds.tf:27) source code from "https://github.com/a/b/archive/v2.23.0.tar.gz//*?archive=tar.gz": bad response code: 403.',
  ],
  ['Unsupported Terraform Core version', 'This configuration does not support Terraform version 1.11.4.'],
  [
    'Failed to get existing workspaces',
    'Unable to list objects in S3 bucket "state": operation error S3: ListObjectsV2, https response error StatusCode: 403, RequestID: A, HostID: B, api error AccessDenied: Access Denied',
  ],
  [
    'S3 bucket "state" does not exist.',
    'The referenced S3 bucket must have been previously created. Error: operation error S3: ListObjectsV2, https response error StatusCode: 404, RequestID: A, HostID: B, NoSuchBucket: ',
  ],
  ['Invalid expression', 'Expected the start of an expression, but found an invalid expression token.'],
  ['Something that nobody has seen', ''],
]

const error = ([summary, detail]: readonly [string, string]) => ({
  severity: 'error' as const,
  summary,
  detail,
})

/** As people see it: 78 wide, in a frame. */
function framed([summary, detail]: readonly [string, string]): string {
  const lines = detail.replace(/(.{1,70})(?: |$)/g, '$1\n').trimEnd()
  return `\n\u001B[31m╷\u001B[0m\n${`Error: ${summary}\n\n${lines}`.replace(/^/gm, '│ ')}\n╵\n`
}

describe('init is tried again after', () => {
  test.each(passing)('%s: %s', (...message) => {
    expect(classifyInit([error(message)])).toBe('again')
    expect(classifyInitOutput(`Initializing the backend...\n${framed(message)}`)).toBe('again')
  })
})

describe('init is given up after', () => {
  test.each(final)('%s: %s', (...message) => {
    expect(classifyInit([error(message)])).toBe('refuse')
    expect(classifyInitOutput(framed(message))).toBe('refuse')
  })
})

test('one final error among passing ones decides, in whatever order', () => {
  const [trouble, refusal] = [passing[0], final[0]]
  if (trouble === undefined || refusal === undefined) throw new Error('there are no examples')
  expect(classifyInit([error(trouble), error(trouble)])).toBe('again')
  for (const pair of [
    [trouble, refusal],
    [refusal, trouble],
  ] as const) {
    expect(classifyInit(pair.map(error))).toBe('refuse')
    expect(classifyInitOutput(pair.map(framed).join(''))).toBe('refuse')
  }
})

test('warnings do not count, and nothing at all is no reason to try again', () => {
  const [trouble] = passing
  if (trouble === undefined) throw new Error('there are no examples')
  const warning = { severity: 'warning' as const, summary: 'Deprecated', detail: '404 Not Found' }
  expect(classifyInit([warning, error(trouble)])).toBe('again')
  expect(classifyInit([{ ...error(trouble), severity: 'warning' }])).toBe('refuse')
  expect(classifyInit([])).toBe('refuse')
  expect(classifyInitOutput('')).toBe('refuse')
})

test('the waits add up to no more than a minute', () => {
  const waits = Array.from({ length: INIT_BUDGET.attempts - 1 }, (_none, index) =>
    Math.min(INIT_BUDGET.longest, INIT_BUDGET.shortest * 2 ** index),
  )
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(60_000)
})
