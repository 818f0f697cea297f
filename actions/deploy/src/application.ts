/** What belongs together in a cluster. */
export interface Application {
  readonly name: string
  /** Where the cluster remembers it: its inventory is there; its objects may be anywhere. */
  readonly namespace: string
}

/** Every cluster has it. */
export const USUAL_NAMESPACE = 'default'
