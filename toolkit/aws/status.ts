/** @returns the HTTP status of an error of the AWS SDK; undefined for everything else */
export function httpStatusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined
  const { httpStatusCode } = error.$metadata as { httpStatusCode?: number } // the shape of every error of the AWS SDK
  return httpStatusCode
}
