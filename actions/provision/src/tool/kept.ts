/**
 * A release in the runner's tool cache. Whoever may write there may put a program in its place, so that a release is kept
 * with all that proves it, and is proven again each time: as after its download.
 */
import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readOrdinary, Unreadable } from '#toolkit/sources/checkout.ts'

/** Bytes; a release's archive has about thirty million, its program a hundred. */
const LARGEST = 1024 * 1024 * 1024

/** A program and what proves it, by name. */
export type KeptRelease = Readonly<Record<string, Buffer>>

/** The files of a release; undefined when one is missing, is no ordinary file, or another one lies beside them. */
export function readKept(folder: string, names: readonly string[]): KeptRelease | undefined {
  try {
    const found = readdirSync(folder)
    if (found.toSorted().join('\n') !== names.toSorted().join('\n')) return undefined
    return Object.fromEntries(names.map((name) => [name, readOrdinary(join(folder, name), LARGEST)]))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // of the system
    if (error instanceof Unreadable || code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}

/** The cache of a runner may have been carried about, and lost who may run what. */
export function runnable(program: string): string {
  chmodSync(program, 0o755)
  return program
}
