/**
 * What the server says beside its answers: notices and warnings, each with its place in the file. A file may raise any
 * number of them, with anything in it.
 */
import type { Notice, NoticeListener } from '#toolkit/postgres/notices.ts'
import { messageAbout } from '#toolkit/postgres/without-rows.ts'
import { type Colour, painter } from '#toolkit/report/log.ts'
import { oneLine, shortened } from '#toolkit/report/markdown.ts'
import { grouped } from '#toolkit/report/wording.ts'
import type { World } from '#toolkit/world/world.ts'
import { placeIn, type Sent } from '../sql/sql-failure.ts'
import type { Script } from '../sql/statements.ts'

/** How many are told of one file, and of a run. */
const MOST = { file: 20, run: 200 } as const

/** UTF-16 units of what is told of one. */
const LONGEST = 500

/** What is longer is not looked into: only how long it is, is told. */
const TOO_LONG = 100_000

/** Words of a longer statement are not known: of what it raises nothing is shown then. */
const LONGEST_SQL = 1_000_000

type Level = 'WARNING' | 'INFO' | 'NOTICE'

function levelOf({ severity, code }: Notice): Level {
  // By its class, in whatever language the server speaks.
  return severity === 'WARNING' || code.startsWith('01') ? 'WARNING' : severity === 'INFO' ? 'INFO' : 'NOTICE'
}

const colours: Readonly<Record<Level, Colour>> = { WARNING: 'yellow', INFO: 'cyan', NOTICE: 'cyan' }

export class Notices {
  readonly #world: Pick<World, 'log' | 'redactor'>
  /** Behind the level: ` on the scratch server`. */
  readonly #where: string
  /** Of the file that is told of now. */
  #file = ''
  #told = 0
  #left = 0
  /** Of the whole run. */
  #all = 0

  /** @param where whose they are, when that is not the database itself: ` on the scratch server` */
  constructor(world: Pick<World, 'log' | 'redactor'>, where = '') {
    this.#world = world
    this.#where = where
  }

  /** Listens to what a message says that holds a file, or a statement of it. */
  of(script: Script, sent: Sent): NoticeListener {
    const first = sent.before
    const end = first + (sent.statement === undefined ? script.statements.length : 1)
    return (notice, completed) => {
      // Statements of the tool itself stand before and behind; at the end deferred constraints are checked.
      if (completed < first || completed > end || /^(?:DEBUG|LOG)/.test(notice.severity)) return
      this.#count(script.file)
      if (this.#told >= MOST.file || this.#all >= MOST.run) {
        this.#left++
        return
      }
      this.#told++
      this.#all++
      const place = placeIn(notice, script, sent, completed)
      const line = place === undefined ? '' : `:${place.line}`
      const { log } = this.#world
      const level = levelOf(notice)
      const told = `${painter(log)(colours[level], level)}${this.#where}`
      log.info(`${script.file}${line}: ${told}: ${this.#textOf(notice, script, sent, completed)}`)
    }
  }

  /** Says how many of the last file were left out. */
  end(): void {
    this.#count('')
  }

  #count(file: string): void {
    if (file === this.#file) return
    if (this.#left > 0)
      this.#world.log.info(`${this.#file}: … and ${grouped(this.#left)} more notices${this.#where}`)
    this.#file = file
    this.#told = 0
    this.#left = 0
  }

  /** Masked whole, and cut after that: half a secret is none that could be found. */
  #textOf(notice: Notice, script: Script, sent: Sent, completed: number): string {
    const { detail = '' } = notice
    const statement = sent.statement ?? script.statements[completed - sent.before]
    const sql = statement?.text ?? script.sql
    const message = messageAbout(notice, sql.length > LONGEST_SQL ? '' : sql, TOO_LONG)
    if (message === undefined || detail.length > TOO_LONG) return '… (too long to be told)'
    const text = this.#world.redactor.mask(detail === '' ? message : `${message} (${detail})`)
    return shortened(oneLine(text), LONGEST)
  }
}
