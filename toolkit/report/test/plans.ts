/** A plan of each step, as the actions make them: a network, three migrations, eight objects, two findings. */
import { type Change, SENSITIVE, UNKNOWN } from '../../model/change.ts'
import { finding } from '../../model/finding.ts'
import { makeOutcome, type Outcome } from '../../model/outcome.ts'
import { makePlan, type Plan } from '../../model/plan.ts'
import type { Showing } from '../../model/review.ts'

export const createdAt = new Date('2026-11-24T09:30:00Z')

const network = 'terraform/modules/network/main.tf'
const tags = { Environment: 'dev', ManagedBy: 'terraform', Stack: 'network' }

function created(address: string, line: number, after: Change['after']): Change {
  const kind = /(aws_\w+)\.\w+(\[.*\])?$/.exec(address)?.[1] ?? 'aws'
  return { action: 'create', address, kind, source: { file: network, line }, after }
}

const zones = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'] as const

export const provisionPlan: Plan = makePlan({
  step: 'provision',
  target: 'terraform/stacks/dev/network',
  createdAt,
  where: {},
  with: { directory: 'terraform/stacks/dev/network' },
  from: { 'main.tf': 'v2' },
  changes: [
    created('module.network.aws_vpc.this', 12, {
      cidr_block: '10.20.0.0/16',
      enable_dns_hostnames: true,
      enable_dns_support: true,
      id: UNKNOWN,
      tags: { ...tags, Name: 'omninode-dev' },
    }),
    created('module.network.aws_internet_gateway.this', 24, { id: UNKNOWN, vpc_id: UNKNOWN, tags }),
    ...zones.map((zone, index) =>
      created(`module.network.aws_subnet.public["${zone}"]`, 33, {
        availability_zone: zone,
        cidr_block: `10.20.${index}.0/24`,
        map_public_ip_on_launch: false,
        vpc_id: UNKNOWN,
        tags: { ...tags, Name: `omninode-dev-public-${zone}` },
      }),
    ),
    ...zones.map((zone, index) =>
      created(`module.network.aws_subnet.private["${zone}"]`, 48, {
        availability_zone: zone,
        cidr_block: `10.20.${index + 16}.0/24`,
        vpc_id: UNKNOWN,
        tags: { ...tags, Name: `omninode-dev-private-${zone}` },
      }),
    ),
    created('module.network.aws_route_table.public', 61, { vpc_id: UNKNOWN, tags }),
    created('module.network.aws_route_table.private', 70, { vpc_id: UNKNOWN, tags }),
    created('module.network.aws_route.internet', 79, {
      destination_cidr_block: '0.0.0.0/0',
      gateway_id: UNKNOWN,
      route_table_id: UNKNOWN,
    }),
    created('module.network.aws_flow_log.this', 92, {
      log_destination_type: 'cloud-watch-logs',
      max_aggregation_interval: 60,
      traffic_type: 'ALL',
    }),
    created('module.network.aws_cloudwatch_log_group.flow', 101, {
      name: '/omninode/dev/flow',
      retention_in_days: 30,
    }),
    created('module.network.aws_default_security_group.closed', 110, {
      ingress: [],
      egress: [],
      vpc_id: UNKNOWN,
    }),
    {
      action: 'replace',
      address: 'aws_eip.nat',
      kind: 'aws_eip',
      source: { file: 'terraform/stacks/dev/network/main.tf', line: 41 },
      note: 'network_border_group forces replacement',
      before: {
        allocation_id: 'eipalloc-0a4be7c1d2f3a4b5c',
        domain: 'vpc',
        network_border_group: 'eu-central-1',
        public_ip: '203.0.113.10',
        tags: { Environment: 'dev' },
      },
      after: {
        allocation_id: UNKNOWN,
        domain: 'vpc',
        network_border_group: 'eu-central-1-ber-1',
        public_ip: UNKNOWN,
        tags: { Environment: 'dev', ManagedBy: 'terraform' },
      },
    },
  ],
})

function migration(number: string, name: string, sql: string, note: string): Change {
  const file = `db/migrations/${number}_${name}.up.sql`
  return {
    action: 'run',
    address: `db/migrations/${number}_${name}`,
    kind: 'migration',
    source: { file, line: 1 },
    note,
    after: { sql },
  }
}

export const migratePlan: Plan = makePlan({
  step: 'migrate',
  target: 'postgres omninode_cloud',
  createdAt,
  where: {},
  with: { directory: 'db/migrations' },
  from: {
    '0004_release_events.up.sql': 'a',
    '0005_index_events.up.sql': 'b',
    '0006_api_keys.up.sql': 'c',
  },
  changes: [
    migration(
      '0004',
      'release_events',
      'create table release_event (\n  id bigint generated always as identity primary key,\n  step text not null,\n  finished_at timestamptz not null\n);\n',
      'in one transaction with its history row',
    ),
    migration(
      '0005',
      'index_events',
      'create index concurrently release_event_finished_at on release_event (finished_at);\n',
      'outside a transaction: CREATE INDEX CONCURRENTLY',
    ),
    migration(
      '0006',
      'api_keys',
      'alter table api_key add column expires_at timestamptz;\nalter table api_key validate constraint api_key_owner_fk;\n',
      'in one transaction with its history row',
    ),
  ],
})

function object(
  action: Change['action'],
  address: string,
  kind: string,
  line: number,
  values: Pick<Change, 'before' | 'after'>,
): Change {
  const [, , name = ''] = address.split('/')
  return { action, address, kind, source: { file: `k8s/base/onex-dev/${name}.yaml`, line }, ...values }
}

export const deployPlan: Plan = makePlan({
  step: 'deploy',
  target: 'onex-dev',
  createdAt,
  where: {},
  with: { prune: true },
  from: { 'kustomization.yaml': 'v3' },
  changes: [
    object('none', 'onex-dev/Namespace/onex-dev', 'v1 Namespace', 1, {}),
    object('create', 'onex-dev/ServiceAccount/onex-api', 'v1 ServiceAccount', 1, {
      after: { automountServiceAccountToken: false },
    }),
    object('update', 'onex-dev/ConfigMap/onex-api', 'v1 ConfigMap', 1, {
      before: {
        data: { 'onex.yaml': 'log:\n  level: info\n  format: json\nkafka:\n  topic: releases\n  acks: 1\n' },
      },
      after: {
        data: {
          'onex.yaml': 'log:\n  level: info\n  format: json\nkafka:\n  topic: releases\n  acks: all\n',
        },
      },
    }),
    object('update', 'onex-dev/Secret/onex-api', 'v1 Secret', 1, {
      before: { data: { 'database-url': `${SENSITIVE} 9f31c2 (84 bytes)`, 'api-key': SENSITIVE } },
      after: { data: { 'database-url': `${SENSITIVE} 1b77ee (91 bytes)`, 'api-key': SENSITIVE } },
    }),
    object('update', 'onex-dev/Deployment/onex-api', 'apps/v1 Deployment', 14, {
      before: {
        spec: {
          replicas: 2,
          template: {
            spec: {
              containers: [
                {
                  name: 'api',
                  image: 'ghcr.io/omninode-ai/onex-api:1.4.1@sha256:1f0c',
                  args: ['serve', '--port=8080'],
                  resources: { limits: { memory: '256Mi' } },
                },
              ],
            },
          },
        },
      },
      after: {
        spec: {
          replicas: 3,
          template: {
            spec: {
              containers: [
                {
                  name: 'api',
                  image: 'ghcr.io/omninode-ai/onex-api:1.5.0@sha256:77ab',
                  args: ['serve', '--port=8080', '--trace'],
                  resources: { limits: { memory: '384Mi' } },
                },
              ],
            },
          },
        },
      },
    }),
    object(
      'create',
      'onex-dev/HorizontalPodAutoscaler/onex-api',
      'autoscaling/v2 HorizontalPodAutoscaler',
      1,
      {
        after: { spec: { minReplicas: 3, maxReplicas: 8 } },
      },
    ),
    object('create', 'onex-dev/PodDisruptionBudget/onex-api', 'policy/v1 PodDisruptionBudget', 1, {
      after: { spec: { minAvailable: 2 } },
    }),
    object('delete', 'onex-dev/CronJob/nightly-report', 'batch/v1 CronJob', 1, {
      before: { spec: { schedule: '15 3 * * *', suspend: true } },
    }),
  ],
})

export const verifyPlan: Plan = makePlan({
  step: 'verify',
  target: 'policy',
  createdAt,
  where: {},
  with: {},
  from: { 'k8s/base/onex-dev/onex-api.yaml': 'x' },
  changes: [],
  findings: [
    finding(
      {
        rule: 'image-by-digest',
        severity: 'warning',
        verdict: 'unknown',
        message: 'It cannot be told which image the overlay sets for container `api`.',
        why: 'The overlay replaces it with ${IMAGE}, which is not set here.',
        fix: 'Pass `images: onex-api=sha256:…`, or write the digest into the overlay.',
        source: { file: 'k8s/overlays/dev/kustomization.yaml', line: 9, column: 5 },
      },
      'overlays/dev#images',
    ),
    finding(
      {
        rule: 'run-as-non-root',
        severity: 'error',
        verdict: 'fail',
        message: 'Container `api` of Deployment onex-api may run as root.',
        why: 'securityContext.runAsNonRoot is not true, and the namespace enforces the restricted profile.',
        fix: 'Set `runAsNonRoot: true` in the pod’s securityContext.',
        source: { file: 'k8s/base/onex-dev/onex-api.yaml', line: 31, column: 11 },
      },
      'onex-dev/Deployment/onex-api#api',
    ),
  ],
})

export const plans: readonly Plan[] = [provisionPlan, migratePlan, deployPlan, verifyPlan]

/** The release of `deployPlan` that fails at its Deployment. */
export const deployOutcome: Outcome = makeOutcome({
  step: 'deploy',
  target: deployPlan.target,
  digest: deployPlan.digest,
  startedAt: createdAt,
  finishedAt: new Date(createdAt.getTime() + 92_400),
  status: 'failed',
  changed: true,
  results: deployPlan.changes
    .filter(({ action }) => action !== 'none')
    .map(({ address, action }, index) => {
      if (address.includes('Deployment/'))
        return {
          address,
          action,
          status: 'failed' as const,
          durationMs: 90_000,
          message: 'container api of pod onex-api-7d9f does not start: ImagePullBackOff, manifest unknown',
        }
      const late = action === 'delete'
      return {
        address,
        action,
        status: late ? ('skipped' as const) : ('done' as const),
        durationMs: late ? 0 : 40 * (index + 1),
      }
    }),
})

/** Where the plans were shown. */
export const showing: Showing = {
  repositoryId: '123456',
  pullRequest: 7,
  commit: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
  run: '4711',
  salt: '0123456789abcdef'.repeat(2),
}
