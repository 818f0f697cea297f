/** One line of Terraform's JSON output, as far as it is looked at. See "Machine-Readable UI" in its documentation. */
import type { Diagnostic } from './diagnostics.ts'

export interface TerraformMessage {
  readonly '@level': string
  readonly '@message': string
  readonly type: string
  readonly diagnostic?: Diagnostic
  readonly hook?: {
    readonly resource: { readonly addr: string }
    readonly action?: string
    readonly elapsed_seconds?: number
  }
  /** At the end of an apply. */
  readonly outputs?: Readonly<Record<string, { readonly sensitive: boolean; readonly value?: unknown }>>
}

/** @returns undefined for a warning of the CLI itself, before it speaks JSON */
export function parseMessage(line: string): TerraformMessage | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'type' in value
      ? (value as TerraformMessage) // its shape is documented
      : undefined
  } catch {
    return undefined
  }
}
