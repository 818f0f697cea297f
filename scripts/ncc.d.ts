/** As far as it is used here; the package has no types of its own. */
declare module '@vercel/ncc' {
  interface Options {
    readonly cache: boolean
    readonly quiet: boolean
    readonly filename: string
    readonly license: string
    /** Package → what is imported in its place, and not bundled. */
    readonly externals?: Readonly<Record<string, string>>
  }

  interface Bundle {
    readonly code: string
    readonly assets: Readonly<Record<string, { readonly source: Buffer | string }>>
  }

  export default function ncc(entry: string, options: Options): Promise<Bundle>
}
