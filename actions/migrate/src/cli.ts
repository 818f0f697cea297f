import { enableCompileCache } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

// Compiled once, not at every start; where nothing can be kept, it is as before.
enableCompileCache(join(homedir(), '.cache', 'omninode_infra', 'v8'))
const { cli } = await import('./action.ts')
await cli()
