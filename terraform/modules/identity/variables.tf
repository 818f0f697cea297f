variable "name" {
  description = "Prefix of the names of everything that this module makes."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.name))
    error_message = "name must be 2 to 31 lower-case letters, digits and dashes, beginning with a letter."
  }
}

variable "issuer_url" {
  description = "OIDC issuer of the workflow runs."
  type        = string
  default     = "https://token.actions.githubusercontent.com"

  validation {
    condition     = startswith(var.issuer_url, "https://") && !endswith(var.issuer_url, "/")
    error_message = "issuer_url must be https:// without a trailing slash."
  }
}

variable "repository" {
  description = "The one repository whose workflows may assume the roles, as owner/name."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "repository must be owner/name, without wildcards."
  }
}

variable "repository_id" {
  description = "Its numeric id. A name can be registered again by somebody else, an id cannot."
  type        = string

  validation {
    condition     = can(regex("^[0-9]+$", var.repository_id))
    error_message = "repository_id must be a number."
  }
}

variable "owner_id" {
  description = "Numeric id of the repository's owner, part of the immutable form of the subject."
  type        = string

  validation {
    condition     = can(regex("^[0-9]+$", var.owner_id))
    error_message = "owner_id must be a number."
  }
}

variable "environment" {
  description = "GitHub environment whose jobs may apply."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]+$", var.environment))
    error_message = "environment must be a plain name, without wildcards."
  }
}

variable "state_bucket" {
  description = "Bucket that holds the Terraform state."
  type        = string
}

variable "state_prefix" {
  description = "Prefix of the state's keys, with a trailing slash."
  type        = string

  validation {
    condition     = endswith(var.state_prefix, "/") && !strcontains(var.state_prefix, "*")
    error_message = "state_prefix must end with a slash and hold no wildcard."
  }
}

variable "apply_policy" {
  description = "JSON policy of what the stacks need to be applied, beyond reading and the state."
  type        = string

  validation {
    condition     = can(jsondecode(var.apply_policy).Statement)
    error_message = "apply_policy must be a JSON policy document."
  }
}
