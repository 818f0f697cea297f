/** One definition of a fresh session: what a file finds, whatever ran before it, inside and outside of transactions. */

/**
 * Puts a session back as it was made, in this order: who it is (the user, or the role that ALTER ROLE … SET role gives
 * it), what it holds (cursors, notifications, temporary objects, the values of sequences, prepared statements), and its
 * settings. Locks stay: DISCARD ALL would give the run's own away.
 */
export const RESTORE_SQL = [
  'SET SESSION AUTHORIZATION DEFAULT',
  'RESET ROLE',
  'CLOSE ALL',
  'UNLISTEN *',
  'DISCARD TEMP',
  'DISCARD SEQUENCES',
  'DEALLOCATE ALL',
  'RESET ALL',
].join('; ')

/** The same of who it is, for a transaction: what the tool writes, it writes as the session's own user. */
export const RECORDER_SQL = 'SET LOCAL SESSION AUTHORIZATION DEFAULT; SET LOCAL role TO DEFAULT'
