import { KubernetesError } from '../error.ts'

/**
 * What an API server refuses with that status.
 * @param said what its Status object holds
 * @param pause milliseconds that it asks to be left alone
 */
export function refusedWith(
  status: number,
  said: Readonly<Record<string, unknown>> = {},
  pause?: number,
): KubernetesError {
  return new KubernetesError({
    server: 'https://api.example.com',
    method: 'GET',
    path: '/api/v1/namespaces/dev/configmaps/it',
    status,
    pause,
    body: JSON.stringify({ kind: 'Status', apiVersion: 'v1', ...said }),
  })
}
