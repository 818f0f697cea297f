/** The inputs by which deploy and verify reach a cluster. */
import { text } from './inputs.ts'

export const clusterInputs = {
  'api-server': text(
    "Address of the cluster's API server, `https://…`; reached with the job's OIDC identity.",
  ).optional(),
  'certificate-authority': text(
    "Certificate authority of the API server: PEM text, or the path of a PEM file. The system's authorities when not given.",
  ).optional(),
  audience: text('Audience of the OIDC token that the API server accepts.').default('omninode-deploy'),
  kubeconfig: text('Path of a kubeconfig, for a cluster that does not trust the OIDC identity.').optional(),
}
