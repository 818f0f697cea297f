/**
 * What a plan file says and Terraform shows nowhere: the backend that it writes to, whatever the folder that it is
 * applied in was initialised for; and the code that it was made from, which is what an apply goes by. So it is read here.
 *
 * The file is a zip; its entry `tfplan` is a protocol buffer (internal/plans/planproto/planfile.proto): field 13 of a
 * plan is its backend, with type (1), configuration (2: MessagePack in a field 1) and workspace (3). The code is in
 * `tfconfig/m-<module>/<file>`, and `tfconfig/modules.json` says where each module was (internal/plans/planfile).
 */
import { crc32, inflateRawSync } from 'node:zlib'
import * as z from 'zod'

/** The backend that a plan file is applied to. */
export interface PlannedBackend {
  readonly type: string
  readonly workspace: string
  readonly config: Readonly<Record<string, unknown>>
}

const END_OF_DIRECTORY = 0x06054b50
const END_LENGTH = 22
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const MOST_PLAN = 512 * 1024 * 1024
const BACKEND = 13

function unpacked(data: Buffer, method: number): Buffer {
  if (method === 0) return data
  if (method === 8) return inflateRawSync(data, { maxOutputLength: MOST_PLAN })
  throw new RangeError(`an entry is packed in the unknown way ${method}`)
}

/**
 * The entries of a zip, by name. Only the one form that Go writes: a file that one reader could take for another zip
 * than the next reader does is refused.
 * @throws RangeError for what is no such zip
 */
function entriesOf(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - END_LENGTH
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new RangeError('no zip')
  const size = zip.readUInt32LE(end + 12)
  let at = zip.readUInt32LE(end + 16)
  if (at + size !== end || zip.readUInt16LE(end + 20) !== 0) throw new RangeError('its directory is damaged')
  const found = new Map<string, Buffer>()
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('its directory is damaged')
    const method = zip.readUInt16LE(at + 10)
    const checksum = zip.readUInt32LE(at + 16)
    const packed = zip.readUInt32LE(at + 20)
    const length = zip.readUInt32LE(at + 24)
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const localName = zip.readUInt16LE(local + 26)
    const start = local + 30 + localName + zip.readUInt16LE(local + 28)
    if (
      zip.readUInt32LE(local) !== LOCAL_ENTRY ||
      zip.toString('utf8', local + 30, local + 30 + localName) !== name ||
      start + packed > zip.length
    )
      throw new RangeError('its directory is damaged')
    if (found.has(name)) throw new RangeError(`it has ${name} twice`)
    const data = unpacked(zip.subarray(start, start + packed), method)
    if (data.length !== length || crc32(data) !== checksum) throw new RangeError(`its ${name} is damaged`)
    found.set(name, data)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  if (at !== end) throw new RangeError('its directory is damaged')
  return found
}

/** The fields of a protocol buffer that have a length: texts, bytes and messages. */
function* fieldsOf(message: Buffer): Generator<{ number: number; value: Buffer }> {
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let shift = 0; shift < 64; shift += 7) {
      const byte = message.readUInt8(at++)
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw new RangeError('a number is too long')
  }
  while (at < message.length) {
    const tag = varint()
    const number = Math.floor(tag / 8)
    const type = tag % 8
    if (type === 0) varint()
    else if (type === 1) at += 8
    else if (type === 5) at += 4
    else if (type === 2) {
      const length = varint()
      if (at + length > message.length) throw new RangeError('a field is cut off')
      yield { number, value: message.subarray(at, at + length) }
      at += length
    } else throw new RangeError(`a field has the unknown type ${type}`)
  }
}

/** As in protocol buffers: of a field that comes more than once, the last counts. */
function lastField(message: Buffer, number: number): Buffer | undefined {
  let last: Buffer | undefined
  for (const field of fieldsOf(message)) if (field.number === number) last = field.value
  return last
}

const DEEPEST = 32

/** The part of MessagePack that Terraform writes a configuration with. */
function readMessagePack(bytes: Buffer): unknown {
  let at = 0
  const skip = (length: number): number => {
    at += length
    if (at > bytes.length) throw new RangeError('a value is cut off')
    return at - length
  }
  const text = (length: number) => {
    const start = skip(length)
    return bytes.toString('utf8', start, start + length)
  }
  const list = (length: number, depth: number) => Array.from({ length }, () => value(depth + 1))
  const map = (length: number, depth: number) =>
    Object.fromEntries(
      Array.from({ length }, () => [String(value(depth + 1)), value(depth + 1)] as [string, unknown]),
    )
  const readers: Readonly<Record<number, (depth: number) => unknown>> = {
    192: () => null,
    194: () => false,
    195: () => true,
    202: () => bytes.readFloatBE(skip(4)),
    203: () => bytes.readDoubleBE(skip(8)),
    204: () => bytes.readUInt8(skip(1)),
    205: () => bytes.readUInt16BE(skip(2)),
    206: () => bytes.readUInt32BE(skip(4)),
    207: () => Number(bytes.readBigUInt64BE(skip(8))),
    208: () => bytes.readInt8(skip(1)),
    209: () => bytes.readInt16BE(skip(2)),
    210: () => bytes.readInt32BE(skip(4)),
    211: () => Number(bytes.readBigInt64BE(skip(8))),
    217: () => text(bytes.readUInt8(skip(1))),
    218: () => text(bytes.readUInt16BE(skip(2))),
    219: () => text(bytes.readUInt32BE(skip(4))),
    220: (depth) => list(bytes.readUInt16BE(skip(2)), depth),
    222: (depth) => map(bytes.readUInt16BE(skip(2)), depth),
  }
  const value = (depth: number): unknown => {
    if (depth > DEEPEST) throw new RangeError('values are nested too deeply')
    const kind = bytes.readUInt8(skip(1))
    if (kind < 0x80) return kind
    if (kind < 0x90) return map(kind & 0x0f, depth)
    if (kind < 0xa0) return list(kind & 0x0f, depth)
    if (kind < 0xc0) return text(kind & 0x1f)
    if (kind >= 0xe0) return kind - 0x100
    const read = readers[kind]
    if (read === undefined) throw new RangeError(`a value has the unknown kind ${kind}`)
    return read(depth)
  }
  return value(0)
}

/**
 * @param planFile its content
 * @throws RangeError when the file does not say it in the form that Terraform and OpenTofu write
 */
export function backendIn(planFile: Buffer): PlannedBackend {
  const plan = entriesOf(planFile).get('tfplan')
  if (plan === undefined) throw new RangeError('it has no tfplan')
  const backend = lastField(plan, BACKEND)
  if (backend === undefined) throw new RangeError('it names no backend')
  const config = lastField(lastField(backend, 2) ?? Buffer.alloc(0), 1)
  const settings = config === undefined ? undefined : readMessagePack(config)
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings))
    throw new RangeError('its backend has no configuration')
  return {
    type: lastField(backend, 1)?.toString('utf8') ?? '',
    workspace: lastField(backend, 3)?.toString('utf8') ?? '',
    config: settings as Record<string, unknown>,
  }
}

const Manifest = z.array(
  z.object({
    Key: z.string(),
    Source: z.string().default(''),
    Version: z.string().default(''),
    Dir: z.string(),
  }),
)

/** A module as Terraform has found it: its path such as `network.subnets`, '' for the root, and where it is. */
export interface ModulePlace {
  readonly key: string
  readonly source: string
  readonly version: string
  /** Relative to the stack. */
  readonly dir: string
}

/** A module whose code a plan file holds. */
export interface PlannedModule extends ModulePlace {
  /** Name → content. */
  readonly files: ReadonlyMap<string, Buffer>
}

/** @throws RangeError for what is no list of modules */
export function readManifest(text: string): ModulePlace[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new RangeError('its list of modules is no JSON')
  }
  const { success, data } = Manifest.safeParse(value)
  if (!success) throw new RangeError('its list of modules is none')
  return data.map(({ Key, Source, Version, Dir }) => ({
    key: Key,
    source: Source,
    version: Version,
    dir: Dir,
  }))
}

const CONFIGURATION = 'tfconfig/'

/**
 * The code that a plan file was made from, module by module.
 * @param planFile its content
 * @throws RangeError when the file does not say it in the form that Terraform and OpenTofu write
 */
export function configurationIn(planFile: Buffer): PlannedModule[] {
  const entries = entriesOf(planFile)
  const manifest = entries.get(`${CONFIGURATION}modules.json`)
  if (manifest === undefined) throw new RangeError('it holds no list of modules')
  const modules = new Map(
    readManifest(manifest.toString('utf8')).map((place) => [
      place.key,
      { ...place, files: new Map<string, Buffer>() },
    ]),
  )
  for (const [name, content] of entries) {
    if (!name.startsWith(CONFIGURATION) || name === `${CONFIGURATION}modules.json`) continue
    const [, key, file] = /^tfconfig\/m-([^/]*)\/([^/]+)$/.exec(name) ?? []
    const of = key === undefined ? undefined : modules.get(key)
    if (of === undefined || file === undefined)
      throw new RangeError(`it holds ${name}, which is of no module`)
    of.files.set(file, content)
  }
  return [...modules.values()]
}
