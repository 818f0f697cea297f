/** Comments on pull requests and issues, which GitHub keeps together. */
import type { Contracts } from './contract.ts'
import { BOT, limit, NotFound, paged, type Route } from './route.ts'

/** GitHub's limit, in characters. */
const LONGEST = 65_536

export interface Comment {
  readonly id: number
  readonly author: string
  readonly body: string
}

type Kept = Comment & { readonly subject: number }

export interface Subjects {
  /** @throws NotFound when there is no such pull request */
  pullRequest(number: number): void
  hasIssue(number: number): boolean
}

export class Comments {
  readonly #contracts: Contracts
  readonly #nextId: () => number
  readonly #subjects: Subjects
  readonly #comments: Kept[] = []

  constructor(contracts: Contracts, nextId: () => number, subjects: Subjects) {
    this.#contracts = contracts
    this.#nextId = nextId
    this.#subjects = subjects
  }

  of(subject: number): readonly Comment[] {
    return this.#comments.filter((each) => each.subject === subject)
  }

  add(subject: number, author: string, body: string): Comment {
    const comment = { id: this.#nextId(), author, body, subject }
    this.#comments.push(comment)
    return comment
  }

  #shown({ id, author, body }: Comment) {
    const user = {
      ...this.#contracts.sample('simple-user'),
      login: author,
      type: author === BOT ? 'Bot' : 'User',
    }
    return { ...this.#contracts.sample('issue-comment'), id, body, user }
  }

  /** @throws NotFound */
  #place(id: string | undefined): [index: number, comment: Kept] {
    const index = this.#comments.findIndex((each) => each.id === Number(id))
    const comment = this.#comments[index]
    if (comment === undefined) throw new NotFound()
    return [index, comment]
  }

  get routes(): readonly Route[] {
    return [
      {
        method: 'GET',
        path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
        status: 200,
        needs: ['pull-requests', 'read'],
        answer: (call) => {
          const number = Number(call.parameters['issue_number'])
          this.#subjects.pullRequest(number)
          const shown = this.of(number).map((comment) => this.#shown(comment))
          return { status: 200, body: paged(shown, call) }
        },
      },
      {
        method: 'POST',
        path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
        status: 201,
        needs: ['pull-requests', 'write'],
        answer: ({ parameters, body }) => {
          const number = Number(parameters['issue_number'])
          if (!this.#subjects.hasIssue(number)) this.#subjects.pullRequest(number)
          limit(body['body'], LONGEST, 'body')
          return { status: 201, body: this.#shown(this.add(number, BOT, String(body['body']))) }
        },
      },
      {
        method: 'PATCH',
        path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
        status: 200,
        needs: ['pull-requests', 'write'],
        answer: ({ parameters, body }) => {
          const [index, comment] = this.#place(parameters['comment_id'])
          limit(body['body'], LONGEST, 'body')
          const changed = { ...comment, body: String(body['body']) }
          this.#comments[index] = changed
          return { status: 200, body: this.#shown(changed) }
        },
      },
      {
        method: 'DELETE',
        path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
        status: 204,
        needs: ['pull-requests', 'write'],
        answer: ({ parameters }) => {
          const [index] = this.#place(parameters['comment_id'])
          this.#comments.splice(index, 1)
          return { status: 204, body: undefined }
        },
      },
    ]
  }
}
