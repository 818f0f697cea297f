/** Sends a signal to a process that is not a child of ours; 0 only looks. @returns whether there is such a process */
export function signalProcess(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}
