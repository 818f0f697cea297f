/**
 * The browser in which tests look at what people are shown: the machine's own, else out of Debian's packages, without
 * installing them.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { librariesIn, unpackDebian } from '../cache/debian.ts'

/** As systems call it; the first is the one of GitHub's runners, where Chromium's own name installs it by snap. */
const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'] as const

/** The fonts are drawn as wide as those that GitHub asks for, and have its signs. */
const PACKAGES = ['chromium', 'fonts-liberation', 'fonts-dejavu-core', 'fonts-noto-color-emoji'] as const

const READY_MS = 30_000

/** Playwright adds what keeps a browser from asking anybody for anything, and `--no-sandbox`: it sees no page but ours. */
const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run']

interface Program {
  readonly command: string
  /** Where Debian's packages were unpacked; the machine's own needs nothing from there. */
  readonly folder?: string
}

function installed(env: NodeJS.ProcessEnv): Program | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter)
  const command = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
    existsSync(path),
  )
  return command === undefined ? undefined : { command }
}

/** What is written without a font of its own has one that is there; the system's configuration may be missing. */
function fontConfig(folder: string, cache: string): string {
  const alias = (family: string, ...fonts: string[]) =>
    `<alias binding="same"><family>${family}</family><prefer>${fonts.map((font) => `<family>${font}</family>`).join('')}</prefer></alias>`
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>/usr/share/fonts</dir>
<dir>${join(folder, 'usr/share/fonts')}</dir>
<cachedir>${cache}</cachedir>
${['sans-serif', 'Helvetica', 'Arial'].map((family) => alias(family, 'Liberation Sans', 'DejaVu Sans', 'Noto Color Emoji')).join('\n')}
${alias('serif', 'Liberation Serif', 'DejaVu Serif')}
${alias('monospace', 'Liberation Mono', 'DejaVu Sans Mono')}
</fontconfig>
`
}

/**
 * The program, from the cache if the machine has none.
 * @param env in whose PATH it is looked for
 * @throws Error that says how to get it
 */
export async function prepareChromium(options: CacheOptions, env = process.env): Promise<Program> {
  const own = installed(env)
  if (own !== undefined) return own
  const folder = await cached(
    `chromium/debian-${process.arch}`,
    async (target) => {
      options.progress("fetching Chromium and its fonts from Debian's packages")
      try {
        await unpackDebian(PACKAGES, target, { ...options, env })
      } catch (cause) {
        options.signal?.throwIfAborted()
        throw new Error(
          `Install Chromium from your system's packages, or Google Chrome, so that one of ${NAMES.map((name) => `\`${name}\``).join(', ')} is on PATH: apt-get does not give it (${(cause as Error).message}).`,
          { cause },
        )
      }
    },
    options,
  )
  // Not the script of that name, which reads the system's settings.
  return { command: join(folder, 'usr/lib/chromium/chromium'), folder }
}

export interface ChromiumOptions extends CacheOptions {
  /** Names that it takes for these ports on loopback, without asking anybody. */
  readonly names?: Readonly<Record<string, number>>
}

export interface Chromium {
  readonly browser: Browser
  stop(): Promise<void>
}

/** With a new home and profile, and asking nobody for anything; it ends with the process that started it. */
export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const { command, folder } = await prepareChromium(options)
  const rules = Object.entries(options.names ?? {}).map(([name, port]) => `MAP ${name} 127.0.0.1:${port}`)
  const home = mkdtempSync(join(tmpdir(), 'omninode-chromium-'))
  const remove = () => rmSync(home, { recursive: true, force: true })
  const env: Record<string, string> = { PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: home }
  if (folder !== undefined) {
    const fonts = join(home, 'fonts.conf')
    writeFileSync(fonts, fontConfig(folder, join(home, 'fontconfig')))
    Object.assign(env, { LD_LIBRARY_PATH: librariesIn(folder), FONTCONFIG_FILE: fonts })
  }
  try {
    const browser = await chromium.launch({
      executablePath: command,
      env,
      args: [...FLAGS, `--host-resolver-rules=${rules.join(',')}`],
      timeout: READY_MS,
      // Whoever starts it stops it; when that process ends in another way, the pipe between them does.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    return {
      browser,
      stop: async () => {
        await browser.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
