import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
try {
    // Compiled once, not at every start.
    enableCompileCache(join(homedir(), '.cache', 'omninode_infra', 'v8'));
}
catch {
    // A user without a home keeps nothing.
}
const { cli } = await import(/* webpackChunkName: "migrate-action" */ './action.js');
await cli();
