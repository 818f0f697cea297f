import { isOrdinary } from './ordinary.ts'

/** Also as psql, sshpass and redis-cli call it. */
const secretName =
  /(?:^|_)(?:(?:PG)?PASSWORD|PASSWD|(?:SSH)?PASS|PWD|REDISCLI_AUTH|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|(?:API|ACCESS|SECRET|PRIVATE|SIGNING|ENCRYPTION|MASTER)_?KEY)$/

/** Whether the name of a variable, key or input says that a secret is in it: `DB_PASSWORD`, `apiKey`, `client-secret`. */
export function namesSecret(name: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[.-]/g, '_')
  return secretName.test(words.toUpperCase())
}

/** `namespace/name` of a Kubernetes Secret. */
const reference = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\/[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/

/** Whether a name such as `database-secret` does not hold a secret, but says which one of Kubernetes it is. */
export function refersToSecret(name: string, value: string): boolean {
  return /secret$/i.test(name) && reference.test(value) && isOrdinary(value)
}
