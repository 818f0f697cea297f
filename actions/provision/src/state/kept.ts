/** What a step keeps for its `post`, by name. Whatever runs in the step can write into it. */
import { Failure } from '#toolkit/model/failure.ts'

/** The Terraforms that run right now: see `RunningList`. */
export const RUNNING = 'running'

/** How to open the session again, because `post` is not given the inputs as they were checked. */
export const SESSION = 'session'

/** Paths of the variable files, relative to the workspace: `post` masks what is in them. */
export const VAR_FILES = 'var-files'

/** Absolute paths of the dependency lock files that were not there before. */
export const LOCK_FILES = 'lock-files'

/** Absolute paths of the folders in which Terraform keeps what is its own. */
export const DATA_FOLDERS = 'data-folders'

/** What is kept, as JSON; undefined for what no step keeps. */
export function keptJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function notOwn(): Failure {
  return new Failure({
    code: 'STATE_NOT_OWN',
    what: 'The state of this step names files or programs that it did not make or start. Nothing was done with them.',
    why: 'Something that ran in this job has written into the state of this step.',
    fix: 'Find out what ran in this job before, and do not trust what it made.',
  })
}
