/**
 * Stands for undici in a bundle, and loads it when something is asked of it. Two of GitHub's packages import it for
 * what a runner behind a proxy needs, and it is two thirds of what every start would have to read.
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const undici = () => require('./undici.cjs')

export const fetch = (...args) => undici().fetch(...args)

export const ProxyAgent = new Proxy(class {}, {
  construct: (_target, args) => Reflect.construct(undici().ProxyAgent, args),
})
