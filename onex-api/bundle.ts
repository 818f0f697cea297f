/**
 * What the image runs: the API and the relay, and the packages that they load, each in one file with what both need
 * beside it. A thousand small files took longer to find, to read and to compile than all else until it is ready.
 * Nothing is minified: a stack trace says where.
 *
 * `node onex-api/bundle.ts <folder>`; the folder is within onex-api, because files of packages are looked up from it.
 */
import { join } from 'node:path'
import { build } from 'esbuild'

/** What packages in CommonJS take for granted. */
const COMMONJS = `import { createRequire as requireFrom } from 'node:module'
const require = requireFrom(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname`

const [, , folder] = process.argv
if (folder === undefined) throw new Error('into which folder?')
const source = join(import.meta.dirname, 'src')
await build({
  entryPoints: [join(source, 'main.ts'), join(source, 'relay/main.ts')],
  outdir: folder,
  outbase: source,
  bundle: true,
  // What is loaded only where it is asked for, such as traces, stays apart.
  splitting: true,
  // It reads files that stand beside its own.
  external: ['@platformatic/kafka'],
  format: 'esm',
  platform: 'node',
  target: 'node24',
  banner: { js: COMMONJS },
  logLevel: 'warning',
})
