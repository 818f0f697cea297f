/** A receiver of OpenTelemetry's traces (OTLP, protobuf over HTTP), read byte by byte as its specification has it. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedSpan {
  readonly traceId: string
  readonly spanId: string
  /** Empty for one that begins a trace. */
  readonly parentId: string
  readonly name: string
  /** 2: server, 3: client, 4: producer. */
  readonly kind: number
  readonly service: string
  readonly attributes: Readonly<Record<string, string | number>>
  /** 2: error. */
  readonly status: number
}

export interface Receiver {
  readonly url: string
  readonly spans: ReceivedSpan[]
  readonly headers: IncomingHttpHeaders[]
  /** All that came, as text. */
  readonly text: string
  /** How it answers from now on. */
  answer(how: 'take' | 'refuse' | 'hang'): void
  stop(): Promise<void>
}

type Field = number | bigint | Buffer

/** Number of the field → its values, in their order. */
function fieldsOf(message: Buffer): Map<number, Field[]> {
  const fields = new Map<number, Field[]>()
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = message[at++] ?? 0
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  const bytes = (length: number): Buffer => {
    at += length
    return message.subarray(at - length, at)
  }
  while (at < message.length) {
    const tag = varint()
    const type = tag & 7
    const value =
      type === 0 ? varint() : type === 1 ? bytes(8).readBigUInt64LE() : bytes(type === 2 ? varint() : 4)
    fields.set(tag >> 3, [...(fields.get(tag >> 3) ?? []), value])
  }
  return fields
}

const messages = (fields: Map<number, Field[]>, number: number): Buffer[] =>
  (fields.get(number) ?? []).filter((value) => Buffer.isBuffer(value))
const textOf = (fields: Map<number, Field[]>, number: number, encoding: BufferEncoding = 'utf8'): string =>
  messages(fields, number)[0]?.toString(encoding) ?? ''
const numberOf = (fields: Map<number, Field[]>, number: number): number =>
  Number(fields.get(number)?.[0] ?? 0)

function attributesOf(pairs: readonly Buffer[]): Record<string, string | number> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const fields = fieldsOf(pair)
      const value = fieldsOf(messages(fields, 2)[0] ?? Buffer.alloc(0))
      return [textOf(fields, 1), value.has(1) ? textOf(value, 1) : numberOf(value, 3)]
    }),
  )
}

function spansIn(request: Buffer): ReceivedSpan[] {
  return messages(fieldsOf(request), 1).flatMap((each) => {
    const resourceSpans = fieldsOf(each)
    const resource = fieldsOf(messages(resourceSpans, 1)[0] ?? Buffer.alloc(0))
    const service = String(attributesOf(messages(resource, 1))['service.name'])
    return messages(resourceSpans, 2)
      .flatMap((scope) => messages(fieldsOf(scope), 2))
      .map((bytes) => {
        const span = fieldsOf(bytes)
        return {
          traceId: textOf(span, 1, 'hex'),
          spanId: textOf(span, 2, 'hex'),
          parentId: textOf(span, 4, 'hex'),
          name: textOf(span, 5),
          kind: numberOf(span, 6),
          service,
          attributes: attributesOf(messages(span, 9)),
          status: numberOf(fieldsOf(messages(span, 15)[0] ?? Buffer.alloc(0)), 3),
        }
      })
  })
}

export async function startReceiver(): Promise<Receiver> {
  const spans: ReceivedSpan[] = []
  const headers: IncomingHttpHeaders[] = []
  const hanging = new Set<ServerResponse>()
  let how: Parameters<Receiver['answer']>[0] = 'take'
  let text = ''
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (how === 'hang') hanging.add(response)
      else if (how === 'refuse' || request.url !== '/v1/traces') response.writeHead(500).end()
      else {
        const body = Buffer.concat(chunks)
        headers.push(request.headers)
        spans.push(...spansIn(body))
        text += body.toString('latin1')
        response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end()
      }
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // it listens
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    headers,
    get text() {
      return text
    },
    answer: (next) => {
      how = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
