variable "name" {
  description = "Name of the environment, such as omninode-dev: prefix of everything that this module makes, and of what the roles may make."
  type        = string

  validation {
    condition     = length(var.name) <= 25 && can(regex("^[a-z](?:-?[a-z0-9])+$", var.name))
    error_message = "name must be 2 to 25 lower-case letters, digits and single dashes, beginning with a letter."
  }
}

variable "region" {
  description = "The one region that the roles may make anything in."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be a region of AWS, such as us-east-1."
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

variable "oidc_provider_arn" {
  description = "ARN of the account's OIDC provider for the issuer; null makes it. An account has one, whatever the number of environments."
  type        = string
  default     = null

  validation {
    condition     = var.oidc_provider_arn == null || can(regex("^arn:[a-z-]+:iam::[0-9]{12}:oidc-provider/", var.oidc_provider_arn))
    error_message = "oidc_provider_arn must be the ARN of an OIDC provider."
  }
}

variable "repositories" {
  description = "Whose workflows may assume which roles: owner/name → their numeric ids (`gh api repos/{owner}/{repo} --jq '{id, owner_id: .owner.id}'`) and the roles, all of them unless some are named."
  type = map(object({
    id       = string
    owner_id = string
    roles    = optional(set(string), ["plan", "apply", "migrate", "deploy", "verify"])
  }))

  validation {
    condition     = length(var.repositories) > 0 && alltrue([for repository in keys(var.repositories) : can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", repository))])
    error_message = "repositories must be named owner/name, without wildcards."
  }

  validation {
    condition     = alltrue([for repository in values(var.repositories) : can(regex("^[0-9]+$", repository.id)) && can(regex("^[0-9]+$", repository.owner_id))])
    error_message = "the ids of repositories must be numbers."
  }

  validation {
    condition     = alltrue([for repository in values(var.repositories) : length(setsubtract(repository.roles, ["plan", "apply", "migrate", "deploy", "verify"])) == 0])
    error_message = "roles are plan, apply, migrate, deploy and verify."
  }
}

variable "environment" {
  description = "GitHub environment whose jobs may apply, migrate, deploy and verify."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]+$", var.environment))
    error_message = "environment must be a plain name, without wildcards."
  }
}

variable "release_refs" {
  description = "Refs on which jobs may apply, migrate, deploy and verify."
  type        = set(string)
  default     = ["refs/heads/main"]

  validation {
    condition     = length(var.release_refs) > 0 && alltrue([for ref in var.release_refs : can(regex("^refs/(heads|tags)/[A-Za-z0-9._/-]+$", ref))])
    error_message = "release_refs must be refs such as refs/heads/main, without wildcards."
  }
}

variable "drift_branches" {
  description = "Branches on which a schedule may plan, to look for drift."
  type        = set(string)
  default     = ["main"]

  validation {
    condition     = alltrue([for branch in var.drift_branches : can(regex("^[A-Za-z0-9._/-]+$", branch))])
    error_message = "drift_branches must be names of branches, without wildcards."
  }
}

variable "job_workflow_refs" {
  description = "The one reusable workflow that may use a role, by role: owner/name/.github/workflows/file.yml@ref. A role that is not here may be used by every workflow of its repositories."
  type        = map(list(string))
  default     = {}

  validation {
    condition     = alltrue([for ref in flatten(values(var.job_workflow_refs)) : can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+/\\.github/workflows/[A-Za-z0-9._-]+@[A-Za-z0-9._/-]+$", ref))])
    error_message = "job_workflow_refs must be owner/name/.github/workflows/file.yml@ref, without wildcards."
  }
}

variable "modules" {
  description = "Modules of this repository that the roles release: they may do what these do."
  type        = set(string)
  default     = ["identity", "network", "k3s", "data"]

  validation {
    condition     = length(setsubtract(var.modules, ["identity", "network", "k3s", "data"])) == 0
    error_message = "modules are identity, network, k3s and data."
  }
}

variable "state_bucket" {
  description = "Bucket that holds the Terraform state."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]+[a-z0-9]$", var.state_bucket))
    error_message = "state_bucket must be the name of a bucket."
  }
}

variable "state_prefix" {
  description = "Prefix of the keys of the environment's states, with a trailing slash."
  type        = string

  validation {
    condition     = endswith(var.state_prefix, "/") && !strcontains(var.state_prefix, "*")
    error_message = "state_prefix must end with a slash and hold no wildcard."
  }
}

variable "plan_store" {
  description = "Where reviewed plans are kept, and the KMS key that they are sealed with (`plan-store`, `plan-store-key` of provision); null when they are not. With bucket_policy the bucket is given a policy by which plans are written once, whoever writes them; it takes the place of the policy that the bucket has, so one environment of a bucket sets it."
  type = object({
    bucket        = string
    prefix        = string
    kms_key_arn   = string
    bucket_policy = optional(bool, false)
  })
  default = null

  validation {
    condition     = var.plan_store == null || try(!endswith(var.plan_store.prefix, "/") && !strcontains(var.plan_store.prefix, "*") && startswith(var.plan_store.kms_key_arn, "arn:"), false)
    error_message = "plan_store must have a prefix without a trailing slash and without wildcards, and the ARN of a key."
  }
}

variable "database_user_arns" {
  description = "Database users that migrate connects as (`rds-db` ARNs; the output iam_user_arns of the module data)."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.database_user_arns : can(regex("^arn:[a-z-]+:rds-db:[a-z0-9-]+:[0-9]{12}:dbuser:[A-Za-z0-9-]+/[a-z0-9_]+$", arn))])
    error_message = "database_user_arns must be rds-db ARNs of one user each, without wildcards."
  }
}

variable "image_repository_arns" {
  description = "Image repositories (ECR) that deploy and verify look into."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.image_repository_arns : can(regex("^arn:[a-z-]+:ecr:[a-z0-9-]+:[0-9]{12}:repository/[a-z0-9._/-]+$", arn))])
    error_message = "image_repository_arns must be ARNs of repositories, without wildcards."
  }
}
