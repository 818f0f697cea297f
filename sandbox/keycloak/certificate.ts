import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import * as z from 'zod'
import type { CertificateRequest } from '../pki/certificates.ts'

const Settings = z.object({ data: z.object({ KC_HOSTNAME: z.url() }) })
const file = join(import.meta.dirname, '../../k8s/base/auth/keycloak/configmap.yaml')

/** As the platform's people and tokens name it: `https://…`. */
export const PLATFORM_URL = Settings.parse(load(readFileSync(file, 'utf8'))).data.KC_HOSTNAME

/** Its certificate is for where it listens, and for its name, to which a proxy leads. */
export const keycloakCertificate: CertificateRequest = {
  name: 'keycloak',
  hosts: ['127.0.0.1', new URL(PLATFORM_URL).hostname],
}
