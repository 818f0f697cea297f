variable "issuer_url" {
  description = "OIDC issuer of the workflow runs; GitHub's unless the enterprise has its own."
  type        = string
  default     = "https://token.actions.githubusercontent.com"
}

variable "oidc_provider_arn" {
  description = "ARN of the account's OIDC provider for the issuer, when another environment has made it."
  type        = string
  default     = null
}

variable "repository" {
  description = "The repository whose workflows release, as owner/name."
  type        = string
}

variable "repository_id" {
  description = "Its numeric id."
  type        = string
}

variable "owner_id" {
  description = "Numeric id of its owner."
  type        = string
}

variable "state_bucket" {
  description = "Bucket that holds the Terraform state."
  type        = string
}

variable "region" {
  description = "The one region in which the environment lives."
  type        = string
}
