/** The machine that is measured on: how busy it is, and how much memory a process of it takes at most. */
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'

/** The most that a process had in memory so far; 0 when it is gone. */
function peakOf(pid: number): number {
  try {
    const [, kib = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kib) * 1_024
  } catch {
    return 0
  }
}

/**
 * Looks again and again: what a process had at most only grows.
 * @returns bytes, when it is over
 */
export function watchPeak(pid: number): { stop(): number } {
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(pid))
  }, 20)
  return {
    stop: () => {
      clearInterval(timer)
      return peak
    },
  }
}

/** Of the last 1, 5 and 15 minutes. */
export function load(): string {
  return loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')
}
