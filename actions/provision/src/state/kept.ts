/** What a step keeps for its `post`, by name. */

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
