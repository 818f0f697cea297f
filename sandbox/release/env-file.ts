/** Environments as files, in the form of `node --env-file`. */

const quotes = ["'", '`', '"']

/** @throws Error for a value that the form cannot hold */
function written(name: string, value: string): string {
  // Within double quotes `\\n` would become an end of line.
  const quote = quotes.find((each) => !value.includes(each) && (each !== '"' || !value.includes('\\')))
  if (quote === undefined) throw new Error(`the value of ${name} cannot be written into an env file`)
  return `${name}=${quote}${value}${quote}\n`
}

/** Node looks for NODE_EXTRA_CA_CERTS before it reads such a file, and takes its options from there. */
function trusted({
  NODE_EXTRA_CA_CERTS: authority,
}: Readonly<Record<string, string>>): Record<string, string> {
  return authority === undefined ? {} : { NODE_OPTIONS: '--use-openssl-ca', SSL_CERT_FILE: authority }
}

export function envFile(environment: Readonly<Record<string, string>>): string {
  return Object.entries({ ...environment, ...trusted(environment) })
    .map(([name, value]) => written(name, value))
    .join('')
}
