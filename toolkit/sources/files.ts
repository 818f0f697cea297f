import { type Dirent, readdirSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { Failure } from '../model/failure.ts'
import { kindWithin, placeWithin, Unreadable, unreadableFailure } from './checkout.ts'

/** What tools put into a checkout; nobody wrote it by hand. */
const skipped = new Set(['.git', 'node_modules', 'dist', '.terraform'])

/** Tells the names that are wanted. */
type Matches = Pick<RegExp, 'test'>

/** Who is told of what is not among the files, and why not. */
export interface LeftOut {
  /** Of links that lead out, and of what only has the name of a file; it is thrown unless given. */
  readonly refuse?: (failure: Failure) => void
  /** Of each file whose name does not match, and of each folder that is not walked, which ends in `/`. */
  readonly passOver?: (path: string) => void
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

/** Links to folders come after all real folders, so that nothing is known by the name of a link to it. */
class Walk {
  readonly #root: string
  readonly #matches: Matches
  readonly #leftOut: Required<LeftOut>
  /** Where the folders really are that were walked already: links may lead in circles. */
  readonly #walked = new Set<string>()
  readonly #links: string[] = []
  readonly files: string[] = []

  constructor(root: string, matches: Matches, leftOut: Required<LeftOut>) {
    this.#root = root
    this.#matches = matches
    this.#leftOut = leftOut
  }

  begin(folder: string): void {
    this.#folder(folder)
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) this.#folder(link)
    this.files.sort(inOrderOfWalking)
  }

  #folder(folder: string): void {
    const place = placeWithin(this.#root, folder)
    if (this.#walked.has(place)) return
    this.#walked.add(place)
    for (const entry of readdirSync(place, { withFileTypes: true }).sort(byName)) {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
      if (entry.isSymbolicLink()) this.#link(path, entry.name)
      else if (entry.isDirectory()) {
        if (skipped.has(entry.name)) this.#leftOut.passOver(`${path}/`)
        else this.#folder(path)
      } else if (!this.#matches.test(entry.name)) this.#leftOut.passOver(path)
      else if (entry.isFile()) this.files.push(path)
      else this.#attempt(path, () => kindWithin(this.#root, path))
    }
  }

  #link(path: string, name: string): void {
    this.#attempt(path, () => {
      const kind = kindWithin(this.#root, path)
      if (kind === 'folder') {
        if (skipped.has(name) || this.#isPassedOver(path)) this.#leftOut.passOver(`${path}/`)
        else this.#links.push(path)
      } else if (this.#matches.test(name)) {
        if (kind === undefined) throw new Unreadable('missing', 'it leads nowhere')
        this.files.push(path)
      } else this.#leftOut.passOver(path)
    })
  }

  /** What a tool put there is not seen through a link either; and one to a folder that it is in is a circle. */
  #isPassedOver(path: string): boolean {
    const root = placeWithin(this.#root, '.')
    const target = placeWithin(this.#root, path)
    const link = join(placeWithin(this.#root, dirname(path)), 'link')
    const parts = relative(root, target).split(sep)
    return link.startsWith(target + sep) || parts.some((part) => skipped.has(part))
  }

  #attempt(path: string, work: () => void): void {
    try {
      work()
    } catch (error) {
      if (error instanceof Failure) this.#leftOut.refuse(error)
      else if (error instanceof Unreadable) this.#leftOut.refuse(unreadableFailure(path, error))
      else throw error
    }
  }
}

/** Folder by folder, as they would stand in a listing. */
function inOrderOfWalking(a: string, b: string): number {
  const [first, second] = [a.split('/'), b.split('/')]
  const differing = first.findIndex((part, index) => part !== second[index])
  const [from = '', to = ''] = [first[differing], second[differing]]
  return from < to ? -1 : 1
}

function throwIt(failure: Failure): never {
  throw failure
}

/**
 * The files at or beneath a path whose names match, in a stable order, as paths relative to `root` with `/`. Links are
 * followed within `root`. A path that is itself a file is taken whatever its name.
 * @throws Failure PATH_OUTSIDE, PATH_MISSING or FILE_UNREADABLE
 */
export function filesUnder(
  root: string,
  path: string,
  matches: Matches,
  { refuse = throwIt, passOver = () => undefined }: LeftOut = {},
): string[] {
  const normal = posix.normalize(path).replace(/(?<=.)\/$/, '')
  if (posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../')) {
    throw new Failure({
      code: 'PATH_OUTSIDE',
      what: `The path ${path} is not within the checkout.`,
      fix: 'Name it relative to the root of the repository.',
    })
  }
  const kind = kindWithin(root, normal)
  if (kind === undefined) {
    throw new Failure({
      code: 'PATH_MISSING',
      what: `There is nothing at ${path}.`,
      fix: 'Correct the path, and make sure that the repository is checked out.',
    })
  }
  if (kind === 'file') return [normal]
  const walk = new Walk(root, matches, { refuse, passOver })
  walk.begin(normal)
  return walk.files
}
