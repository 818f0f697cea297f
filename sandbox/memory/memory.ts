/** Where a server of the sandbox keeps its data: nothing of it outlives the server. */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'

/** A new folder, in memory where the system has a place for that: servers sync, and make files by the thousand. */
export function dataFolder(prefix: string): string {
  return mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), prefix))
}
