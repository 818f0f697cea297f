import { type Review, reviewDigest } from '../model/review.ts'

/** What the audience of a review's signature begins with. */
export const AUDIENCE = 'omninode-review:'

/**
 * What an ID token is for that signs a review. Nothing else takes a token of this audience: not STS, no API server, no
 * Keycloak.
 */
export function audienceOf(review: Review): string {
  return `${AUDIENCE}${reviewDigest(review)}`
}
