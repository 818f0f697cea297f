/** What a server says beside the answer to a message. */
import type pg from 'pg'

/** Without values of rows, as its errors are. */
export interface Notice {
  /** In the language of the server. */
  readonly severity: string
  readonly code: string
  readonly message: string
  readonly detail?: string
  readonly where?: string
  /** In code points, from 1, over the whole text that was sent. */
  readonly position?: string
}

/** @param completed how many statements of the message were complete before it */
export type NoticeListener = (notice: Notice, completed: number) => void

/** As the driver tells it, whose type has neither severity nor code as what is always there. */
function noticeOf(told: object): Notice {
  return told as Notice // the protocol's error and notice fields, which every server sends
}

/** Who listens to the answers that a client is still to get, in order; to be called for each message that is sent. */
export function listenTo(client: pg.Client): (listener: NoticeListener | undefined) => void {
  const listeners: (NoticeListener | undefined)[] = []
  let completed = 0
  client.connection.on('commandComplete', () => completed++)
  client.connection.on('readyForQuery', () => {
    completed = 0
    listeners.shift()
  })
  client.on('notice', (told) => listeners[0]?.(noticeOf(told), completed))
  return (listener) => void listeners.push(listener)
}

/** Listens to what a server says while one message is answered, beside which no other is under way. */
export async function hearing<T>(
  client: pg.Client,
  listener: NoticeListener,
  work: () => Promise<T>,
): Promise<T> {
  let completed = 0
  const count = () => completed++
  const hear = (told: object) => listener(noticeOf(told), completed)
  client.connection.on('commandComplete', count)
  client.on('notice', hear)
  try {
    return await work()
  } finally {
    client.connection.off('commandComplete', count)
    client.off('notice', hear)
  }
}
