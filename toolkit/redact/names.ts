const secretName =
  /(?:^|_)(?:PASSWORD|PASSWD|PASS|PWD|PASSPHRASE|SECRETS?|TOKEN|CREDENTIALS?|DSN|AUTH|(?:API|ACCESS|SECRET|PRIVATE|SIGNING|ENCRYPTION|MASTER)_?KEY)$/

/** Whether the name of a variable, key or attribute says that its value is a secret: `DB_PASSWORD`, `apiKey`, `client-secret`. */
export function namesSecret(name: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_')
  return secretName.test(words.toUpperCase())
}
