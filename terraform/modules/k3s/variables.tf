variable "name" {
  description = "Name of the cluster, and prefix of everything that belongs to it."
  type        = string

  validation {
    condition     = length(var.name) <= 25 && can(regex("^[a-z](?:-?[a-z0-9])+$", var.name))
    error_message = "name must be 2 to 25 lower-case letters, digits and single dashes, beginning with a letter."
  }
}

variable "vpc_id" {
  description = "Network that it is in."
  type        = string
}

variable "vpc_cidr_block" {
  description = "IPv4 range of that network: nodes may open connections to it."
  type        = string

  validation {
    condition     = can(cidrhost(var.vpc_cidr_block, 0))
    error_message = "vpc_cidr_block must be an IPv4 range."
  }
}

variable "server_subnet_ids" {
  description = "Private subnets of the three servers, by zone: etcd outlives the loss of one."
  type        = map(string)

  validation {
    condition     = length(var.server_subnet_ids) == 3
    error_message = "server_subnet_ids must name the subnets of three zones."
  }
}

variable "agent_subnet_ids" {
  description = "Private subnets of the agents, by zone."
  type        = map(string)

  validation {
    condition     = length(var.agent_subnet_ids) > 0
    error_message = "agent_subnet_ids must name at least one subnet."
  }
}

variable "ami_id" {
  description = "Image of the machines: Amazon Linux 2023 of the right architecture. By id, because a newer one replaces agents."
  type        = string

  validation {
    condition     = can(regex("^ami-[0-9a-f]{8,17}$", var.ami_id))
    error_message = "ami_id must be the id of an image, such as ami-0123456789abcdef0."
  }
}

variable "architecture" {
  description = "Of the machines and their image: amd64 or arm64."
  type        = string
  default     = "arm64"

  validation {
    condition     = contains(["amd64", "arm64"], var.architecture)
    error_message = "architecture must be amd64 or arm64."
  }
}

variable "k3s_version" {
  description = "Release of k3s, such as v1.35.2+k3s1."
  type        = string

  validation {
    condition     = can(regex("^v1\\.(3[4-9]|[4-9][0-9])\\.[0-9]+\\+k3s[0-9]+$", var.k3s_version))
    error_message = "k3s_version must be a release from v1.34 on, such as v1.35.2+k3s1: older ones do not know the form of the authentication that is configured."
  }
}

variable "k3s_sha256" {
  description = "sha256 of the program of that release and architecture (sha256sum-*.txt of the release)."
  type        = string

  validation {
    condition     = can(regex("^[0-9a-f]{64}$", var.k3s_sha256))
    error_message = "k3s_sha256 must be 64 hexadecimal digits."
  }
}

variable "k3s_download_base" {
  description = "Where releases of k3s are; a mirror of one's own keeps nodes off the internet."
  type        = string
  default     = "https://github.com/k3s-io/k3s/releases/download"

  validation {
    condition     = can(regex("^https://[^'\\s]+[^/'\\s]$", var.k3s_download_base))
    error_message = "k3s_download_base must be an https address without a slash at its end."
  }
}

variable "server_instance_type" {
  description = "Size of the servers."
  type        = string
  default     = "t4g.medium"
}

variable "agent_instance_type" {
  description = "Size of the agents."
  type        = string
  default     = "m7g.large"
}

variable "agents" {
  description = "How many agents there are at least and at most."
  type        = object({ min = number, max = number })

  validation {
    condition     = var.agents.min >= 0 && var.agents.max >= var.agents.min && var.agents.max > 0
    error_message = "agents must have 0 <= min <= max, and max > 0."
  }
}

variable "agent_labels" {
  description = "Labels of the agents, `key=value`."
  type        = list(string)
  default     = []
}

variable "agent_security_group_ids" {
  description = "More security groups of the agents, for what is let in from outside of the cluster."
  type        = list(string)
  default     = []
}

variable "server_disk_gib" {
  description = "Disk of each server, in GiB."
  type        = number
  default     = 40
}

variable "agent_disk_gib" {
  description = "Disk of each agent, in GiB."
  type        = number
  default     = 80
}

variable "server_taints" {
  description = "Taints of the servers; the default keeps workloads off them."
  type        = list(string)
  default     = ["node-role.kubernetes.io/control-plane=true:NoSchedule"]
}

variable "flannel_backend" {
  description = "How pods reach pods on other nodes: vxlan, or wireguard-native, which encrypts."
  type        = string
  default     = "wireguard-native"

  validation {
    condition     = contains(["vxlan", "wireguard-native"], var.flannel_backend)
    error_message = "flannel_backend must be vxlan or wireguard-native."
  }
}

variable "disabled_components" {
  description = "What k3s brings along and is not wanted: the platform deploys its own Traefik."
  type        = list(string)
  default     = ["traefik", "local-storage"]
}

variable "unrestricted_namespaces" {
  description = "Namespaces beside kube-system that Pod Security does not look at."
  type        = list(string)
  default     = []
}

variable "egress_ports" {
  description = "TCP ports that nodes may reach on the internet."
  type        = set(number)
  default     = [443]
}

variable "api_client_security_group_ids" {
  description = "Who else may reach the API: a name for people → the id of a security group, such as that of self-hosted runners."
  type        = map(string)
  default     = {}
}

variable "github" {
  description = "Which jobs of GitHub Actions the API knows: repositories by their numeric ids, the groups that an environment of theirs stands for, the branches that are released into one, and the groups of pull requests. `discovery_url` and `issuer_ca` are for an issuer that is not reached under its own name."
  type = object({
    repository_ids     = set(string)
    audience           = string
    environment_groups = map(list(string))
    preview_groups     = optional(list(string), [])
    branches           = optional(set(string), ["main"])
    issuer_url         = optional(string, "https://token.actions.githubusercontent.com")
    discovery_url      = optional(string)
    issuer_ca          = optional(string)
  })

  validation {
    condition     = length(var.github.repository_ids) > 0 && alltrue([for id in var.github.repository_ids : can(regex("^[0-9]+$", id))])
    error_message = "github.repository_ids must be numeric ids (gh api repos/{owner}/{repo} --jq .id): a name can be registered again by somebody else."
  }

  validation {
    condition     = alltrue([for group in flatten([values(var.github.environment_groups), var.github.preview_groups]) : can(regex("^[a-z][a-z0-9:-]*$", group)) && !startswith(group, "system:")])
    error_message = "groups must be lower-case letters, digits, dashes and colons, and must not begin with system:."
  }

  validation {
    condition     = alltrue([for environment in keys(var.github.environment_groups) : can(regex("^[A-Za-z0-9 _.-]+$", environment))])
    error_message = "github.environment_groups must name environments."
  }

  validation {
    condition     = length(var.github.branches) > 0 && alltrue([for branch in var.github.branches : can(regex("^[A-Za-z0-9._/-]+$", branch)) && !startswith(branch, "refs/")])
    error_message = "github.branches must name branches, such as main, without refs/heads/."
  }

  validation {
    condition     = startswith(var.github.issuer_url, "https://") && length(var.github.audience) > 0
    error_message = "github.issuer_url must be an https address, and github.audience must not be empty."
  }
}

variable "service_account_issuer" {
  description = "Public address under which the cluster's OpenID configuration is published, so that AWS can trust its service accounts; null when none does."
  type        = string
  default     = null

  validation {
    condition     = var.service_account_issuer == null || can(regex("^https://[^\\s]+[^/\\s]$", var.service_account_issuer))
    error_message = "service_account_issuer must be an https address without a slash at its end."
  }
}

variable "snapshot_schedule" {
  description = "When etcd is saved, in the form of cron (UTC)."
  type        = string
  default     = "0 */6 * * *"
}

variable "snapshot_retention_days" {
  description = "Days for which snapshots are kept in their bucket."
  type        = number
  default     = 30

  validation {
    condition     = var.snapshot_retention_days >= 7
    error_message = "snapshots must be kept for a week at least."
  }
}

variable "access_log_bucket" {
  description = "Bucket for the access logs of the load balancer and of the snapshots; null for none."
  type        = string
  default     = null
}

variable "deletion_protection" {
  description = "Whether AWS itself refuses to end the servers and to delete the load balancer."
  type        = bool
  default     = true
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the roles made here."
  type        = string
  default     = null
}
