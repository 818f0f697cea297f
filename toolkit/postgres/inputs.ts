/** The inputs by which migrate and verify reach a database; with `database-secret` those of the cluster as well. */
import type * as z from 'zod'
import { choice, text } from '../action/inputs.ts'
import type { ClusterInputs } from '../kubernetes/connect.ts'

export const databaseInputs = {
  'database-url': text(
    '`postgres://<user>:<password>@<host>:<port>/<database>`. It is masked. Off loopback the server must prove who it is (verify-full), unless it says `sslmode=disable`. `options`, `search_path`, `connect_timeout`, `sslrootcert`, `target_session_attrs` and several hosts count as they do for libpq; any other parameter is refused.',
  ).optional(),
  'database-secret': text(
    "`namespace/name` of a Kubernetes Secret that describes the database, read with the job's OIDC identity: a key `url`, or `host`, `port`, `username`, `password`, `dbname`.",
  ).optional(),
  'database-auth': choice(
    'How the user proves who it is: with the password of the URL, or with tokens for minutes that AWS signs for `aws-role` (IAM authentication of Amazon RDS).',
    ['password', 'aws-iam'],
    'password',
  ),
  'database-ca': text(
    "Certificate authority of the database: PEM text, or the path of a PEM file, such as Amazon RDS's global-bundle.pem. The system's authorities when not given.",
  ).optional(),
  'aws-role': text('ARN of the role that may connect, assumed with the OIDC token.').optional(),
  'aws-region': text('AWS region of the database.').optional(),
}

export type DatabaseInputs = z.output<z.ZodObject<typeof databaseInputs>> & ClusterInputs
