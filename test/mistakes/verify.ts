/** What verify is to judge and to prove. */
import type { Mistake } from './mistake.ts'

const live = (targets: string) => ({ command: 'live', inputs: { targets } }) as const

export const verify: readonly Mistake[] = [
  { mistake: 'a proof of nothing', step: 'verify', ...live('') },
  { mistake: 'a proof of an unknown kind', step: 'verify', ...live('ping https://example.com') },
  {
    mistake: 'a proof whose word is misspelt',
    step: 'verify',
    ...live('http http://127.0.0.1:1/ expct 200'),
  },
  {
    mistake: 'a proof of a variable that is not set',
    step: 'verify',
    ...live('http env:API_URL/health expect 200'),
  },
  {
    mistake: 'a proof twice',
    step: 'verify',
    ...live('http http://127.0.0.1:1/ expect 200\nhttp http://127.0.0.1:1/ expect 200'),
  },
  {
    mistake: 'a proof of a server that is away',
    step: 'verify',
    command: 'live',
    inputs: { targets: 'http http://127.0.0.1:1/ expect 200', 'rollout-timeout': '1s' },
  },
  {
    mistake: 'a proof of a workload that is not there',
    step: 'verify',
    command: 'live',
    inputs: { targets: 'rollout mistakes/Deployment/nothing', 'rollout-timeout': '1s' },
  },
  {
    mistake: 'a proof of a workload without its namespace',
    step: 'verify',
    ...live('rollout Deployment/web'),
  },
  {
    mistake: 'an image by `latest`',
    step: 'verify',
    command: 'policy',
    inputs: { paths: 'k8s' },
    files: {
      'k8s/it.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata:\n  name: it\n  namespace: mistakes\nspec:\n  containers:\n    - name: main\n      image: nginx:latest\n',
    },
  },
  {
    mistake: 'a workflow that is no YAML',
    step: 'verify',
    command: 'policy',
    files: { '.github/workflows/ci.yml': 'on: push\njobs: [\n' },
  },
]
