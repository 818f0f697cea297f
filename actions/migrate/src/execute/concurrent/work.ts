/** A statement that builds or removes something concurrently, when what was there has been looked at. */
export interface Work {
  readonly sql: string
  /** @throws Failure INDEX_INVALID when the server called it a success and it is none */
  prove?(): Promise<void>
}
