/** What a step gets from its host. */
import { idTokenPermission } from '../identity/permission.ts'
import { namesSecret } from '../redact/names.ts'
import { holdsPassword } from '../redact/parts.ts'
import { createRedactor, type Redactor } from '../redact/redactor.ts'
import { proxySecrets } from '../transport/proxies.ts'
import type { World } from '../world/world.ts'
import type { Host } from './host.ts'
import { createLogger } from './logger.ts'
import { makeOwnFolder } from './own-folder.ts'

export const VERSION = '0.1.0'

/** What a job has in its environment and inputs, as far as their names, or passwords in URLs, say that it is secret. */
export function redactorOf(host: Host): Redactor {
  const redactor = createRedactor((secret) => host.mask(secret))
  for (const secret of proxySecrets(host.childEnvironment)) redactor.add(secret)
  for (const [name, value] of Object.entries(host.childEnvironment)) {
    const isToken = name.startsWith('TF_TOKEN_')
    if (isToken || namesSecret(name) || holdsPassword(value))
      redactor.addSensitive(value, isToken ? 'token' : name)
  }
  for (const [name, value] of Object.entries(host.inputs))
    if (holdsPassword(value) || name === 'github-token') redactor.addSensitive(value, name)
  if (host.artifacts !== undefined) redactor.add(host.artifacts.token)
  return redactor
}

/** What needs no folder of its own. */
export function createEdge(host: Host, signal: AbortSignal): Omit<World, 'temp'> {
  const redactor = redactorOf(host)
  return {
    clock: host.clock,
    log: createLogger(host, redactor),
    signal,
    random: host.random,
    env: host.childEnvironment,
    workspace: host.workspace,
    redactor,
    run: host.run,
    machine: host.machine,
    toolVersion: VERSION,
    mayRequestIdToken: host.mayRequestIdToken,
    idToken: async (audience) => {
      if (!host.mayRequestIdToken) throw idTokenPermission()
      const token = await host.idToken(audience, signal)
      redactor.add(token)
      return token
    },
    saveState: host.saveState,
  }
}

export function createWorld({ name }: { readonly name: string }, host: Host, signal: AbortSignal): World {
  let temp: string | undefined
  // What comes after this process knows it from the start.
  if (!host.alone) temp = makeOwnFolder(name, host)
  return {
    ...createEdge(host, signal),
    get temp() {
      temp ??= makeOwnFolder(name, host)
      return temp
    },
  }
}
