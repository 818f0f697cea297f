/** Where node keeps what it has compiled: hundreds of jobs start the same few bundles. */

/** For the environment of a node that is started; nothing when whoever started this process has no folder for it. */
export function compileCache(): Readonly<Record<string, string>> {
  const folder = process.env['NODE_COMPILE_CACHE']
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder }
}
