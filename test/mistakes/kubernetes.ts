/** The cluster, and the manifests for it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Around, Mistake } from './mistake.ts'

const settings = 'k8s/settings.yaml'
const object = (kind: string, apiVersion: string, rest = '', namespace = 'mistakes') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: it\n  namespace: ${namespace}\n${rest}`
const workload = (annotations: string, replicas = '1', more = '') =>
  object(
    'Deployment',
    'apps/v1',
    `spec:\n  replicas: ${replicas}\n  selector:\n    matchLabels: {app: it}\n  template:\n    metadata:\n      labels: {app: it}\n      annotations: {${annotations}}\n    spec:\n      containers:\n        - name: main\n          image: example.com/app:1\n${more}`,
  )

/** A workload that is made and fails, in a namespace that is nobody else's. */
function failing(name: string, how: string): Readonly<Record<string, string | undefined>> {
  return {
    'k8s/namespace.yaml': `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n`,
    [settings]: undefined,
    'k8s/it.yaml': workload(`sandbox.omninode.ai/fail: ${how}`)
      .replaceAll('namespace: mistakes', `namespace: ${name}`)
      .replaceAll('name: it', `name: ${name}`)
      .replaceAll('app: it', `app: ${name}`),
  }
}

/** A kubeconfig for the cluster, with parts of it replaced; it is written beside the checkout's manifests. */
const kubeconfig =
  (change: (text: string) => string) =>
  ({ sandbox, workspace }: Around) => {
    writeFileSync(
      join(workspace, 'kubeconfig'),
      change(
        [
          'apiVersion: v1',
          'kind: Config',
          'clusters:',
          '  - name: here',
          '    cluster:',
          `      server: ${sandbox.kubernetes.url}`,
          `      certificate-authority-data: AUTHORITY`,
          'users:',
          '  - name: me',
          '    user:',
          '      token: not-a-token-of-anybody',
          'contexts:',
          '  - name: here',
          '    context: {cluster: here, user: me}',
          'current-context: here',
          '',
        ].join('\n'),
      ),
    )
    return { 'api-server': '', 'certificate-authority': '', kubeconfig: 'kubeconfig' }
  }

const OTHER_CA = `-----BEGIN CERTIFICATE-----
MIIBtjCCAVugAwIBAgITBmyf1XSXNmY/Owua2eiedgPySjAKBggqhkjOPQQDAjA5
MQswCQYDVQQGEwJVUzEPMA0GA1UEChMGQW1hem9uMRkwFwYDVQQDExBBbWF6b24g
Um9vdCBDQSAzMB4XDTE1MDUyNjAwMDAwMFoXDTQwMDUyNjAwMDAwMFowOTELMAkG
A1UEBhMCVVMxDzANBgNVBAoTBkFtYXpvbjEZMBcGA1UEAxMQQW1hem9uIFJvb3Qg
Q0EgMzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABCmXp8ZBf8ANm+gBG1bG8lKl
ui2yEujSLtf6ycXYqm0fc4E7O5hrOXwzpcVOho6AF2hiRVd9RFgdszflZwjrZt6j
QjBAMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgGGMB0GA1UdDgQWBBSr
ttvXBp43rDCGB5Fwx5zEGbF4wDAKBggqhkjOPQQDAgNJADBGAiEA4IWSoxe3jfkr
BqWTrBqYaGFy+uGh0PsceGCmQ5nFuMQCIQCcAu/xlJyzlvnrxir4tiz+OpAUFteM
YyRIHN8wfdVoOw==
-----END CERTIFICATE-----
`

export const kubernetes: readonly Mistake[] = [
  { mistake: 'no cluster', step: 'deploy', inputs: { 'api-server': '' } },
  { mistake: 'a cluster twice', step: 'deploy', inputs: { kubeconfig: 'kubeconfig' } },
  { mistake: 'a cluster without TLS', step: 'deploy', inputs: { 'api-server': 'http://127.0.0.1:8080' } },
  {
    mistake: 'a cluster that nobody reaches',
    step: 'deploy',
    inputs: { 'api-server': 'https://127.0.0.1:1' },
  },
  {
    mistake: 'an issuer whose certificate nobody trusts',
    step: 'deploy',
    inputs: { 'certificate-authority': '' },
    env: () => ({ NODE_EXTRA_CA_CERTS: '' }),
  },
  {
    mistake: 'the authority of somebody else',
    step: 'deploy',
    inputs: { 'certificate-authority': OTHER_CA },
  },
  {
    mistake: 'an authority that is not there',
    step: 'deploy',
    inputs: { 'certificate-authority': 'ca.pem' },
  },
  {
    mistake: 'an authority that is none',
    step: 'deploy',
    inputs: { 'certificate-authority': 'ca.pem' },
    files: { 'ca.pem': 'LS0tLS1CRUdJTg==\n' },
  },
  {
    mistake: 'a kubeconfig that is not there',
    step: 'deploy',
    inputs: { 'api-server': '', 'certificate-authority': '', kubeconfig: 'admin.conf' },
  },
  {
    mistake: 'a kubeconfig whose context is not in it',
    step: 'deploy',
    inputs: kubeconfig((text) => text.replace('current-context: here', 'current-context: prod')),
  },
  {
    mistake: 'a kubeconfig without a context',
    step: 'deploy',
    inputs: kubeconfig((text) => text.replace('current-context: here\n', '')),
  },
  {
    mistake: 'a kubeconfig with an authority that is no Base64',
    step: 'deploy',
    inputs: kubeconfig((text) => text),
  },
  {
    mistake: 'a kubeconfig that runs a program',
    step: 'deploy',
    inputs: kubeconfig((text) =>
      text
        .replace('      certificate-authority-data: AUTHORITY\n', '')
        .replace(
          'token: not-a-token-of-anybody',
          'exec: {apiVersion: client.authentication.k8s.io/v1, command: aws}',
        ),
    ),
  },
  {
    mistake: 'a kubeconfig whose token nobody knows',
    step: 'deploy',
    inputs: kubeconfig((text) => text.replace('      certificate-authority-data: AUTHORITY\n', '')),
  },
  { mistake: 'a kubeconfig that is empty', step: 'deploy', inputs: kubeconfig(() => '') },
  {
    mistake: 'a namespace that is not there',
    step: 'deploy',
    files: { [settings]: object('ConfigMap', 'v1', 'data: {}\n', 'elsewhere') },
  },
  {
    mistake: 'an object without its namespace',
    step: 'deploy',
    files: { [settings]: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: it\n' },
  },
  {
    mistake: 'an object without its name',
    step: 'deploy',
    files: { [settings]: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  namespace: mistakes\n' },
  },
  {
    mistake: 'an object without its kind',
    step: 'deploy',
    files: { [settings]: 'apiVersion: v1\nmetadata:\n  name: it\n' },
  },
  {
    mistake: 'what the role may not do',
    step: 'deploy',
    files: {
      'k8s/role.yaml':
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: it\nrules: []\n',
    },
  },
  {
    mistake: 'a kind that is misspelt',
    step: 'deploy',
    files: { [settings]: object('Deploymnet', 'apps/v1') },
  },
  {
    mistake: 'a version that is gone',
    step: 'deploy',
    files: { [settings]: object('Deployment', 'extensions/v1beta1') },
  },
  {
    mistake: 'a kind whose definition is not installed',
    step: 'deploy',
    files: { [settings]: object('Certificate', 'cert-manager.io/v1') },
  },
  {
    mistake: 'a tab in YAML',
    step: 'deploy',
    files: { [settings]: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n\tname: it\n' },
  },
  {
    mistake: 'a bracket that is not closed',
    step: 'deploy',
    files: { [settings]: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: it\n' },
  },
  {
    mistake: 'a key twice',
    step: 'deploy',
    files: { [settings]: object('ConfigMap', 'v1', 'data:\n  colour: red\n  colour: blue\n') },
  },
  {
    mistake: 'an object twice',
    step: 'deploy',
    files: { 'k8s/again.yaml': object('ConfigMap', 'v1').replace('name: it', 'name: settings') },
  },
  {
    mistake: 'a template of Helm',
    step: 'deploy',
    files: { [settings]: object('ConfigMap', 'v1', 'data:\n  colour: {{ .Values.colour }}\n') },
  },
  {
    mistake: 'a kustomization with a patch that is not there',
    step: 'deploy',
    files: { 'k8s/kustomization.yaml': 'resources: [namespace.yaml]\npatches:\n  - path: patch.yaml\n' },
  },
  {
    mistake: 'a kustomization of what is not there',
    step: 'deploy',
    files: { 'k8s/kustomization.yaml': 'resources:\n  - namespace.yaml\n  - settigns.yaml\n' },
  },
  {
    mistake: 'a kustomization of another repository',
    step: 'deploy',
    files: { 'k8s/kustomization.yaml': 'resources:\n  - https://github.com/example/app//deploy\n' },
  },
  {
    mistake: 'a field that is misspelt',
    step: 'deploy',
    files: { 'k8s/it.yaml': workload('').replace('replicas:', 'replica:') },
  },
  { mistake: 'a text for a number', step: 'deploy', files: { 'k8s/it.yaml': workload('', '"two"') } },
  {
    mistake: 'a number for a text',
    step: 'deploy',
    files: { [settings]: object('ConfigMap', 'v1', 'data:\n  port: 8080\n') },
  },
  {
    mistake: 'a selector that its template does not have',
    step: 'deploy',
    files: {
      'k8s/it.yaml': workload('').replace(
        'labels: {app: it}\n      annotations',
        'labels: {app: other}\n      annotations',
      ),
    },
  },
  {
    mistake: 'a name with capitals',
    step: 'deploy',
    files: { [settings]: object('ConfigMap', 'v1').replace('name: it', 'name: My_Settings') },
  },
  {
    mistake: 'a Secret that is not encoded',
    step: 'deploy',
    files: { [settings]: object('Secret', 'v1', 'data:\n  password: plain text\n') },
  },
  {
    mistake: 'an image that is not there',
    step: 'deploy',
    files: failing('image', 'image-not-found'),
  },
  {
    mistake: 'a program that ends at once',
    step: 'deploy',
    files: failing('crash', 'crash-loop'),
  },
]
