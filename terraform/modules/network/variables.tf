variable "name" {
  description = "Name of the network, and prefix of everything in it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.name))
    error_message = "name must be 2 to 31 lower-case letters, digits and dashes, beginning with a letter."
  }
}

variable "cidr_block" {
  description = "IPv4 range of the network; each zone gets a public and a private sixteenth of it."
  type        = string

  validation {
    condition     = can(cidrhost(var.cidr_block, 0)) && try(tonumber(split("/", var.cidr_block)[1]) >= 16 && tonumber(split("/", var.cidr_block)[1]) <= 22, false)
    error_message = "cidr_block must be an IPv4 range between /16 and /22."
  }
}

variable "availability_zones" {
  description = "Zones by name, with their place in the address plan: adding one never renumbers another."
  type        = map(number)

  validation {
    condition     = length(var.availability_zones) > 0 && alltrue([for index in values(var.availability_zones) : index >= 0 && index < 8])
    error_message = "availability_zones must map at least one zone to a place from 0 to 7."
  }

  validation {
    condition     = length(distinct(values(var.availability_zones))) == length(var.availability_zones)
    error_message = "two availability_zones have the same place."
  }
}

variable "nat" {
  description = "Way out for the private subnets: none; single, one gateway for all (about 35 USD a month, and zones lose their way out with its zone); per_az, one a zone (about 35 USD a month each, and no traffic between zones)."
  type        = string

  validation {
    condition     = contains(["none", "single", "per_az"], var.nat)
    error_message = "nat must be none, single or per_az."
  }
}

variable "interface_endpoints" {
  description = "AWS services that are reached without leaving the network, by name (`ssm`, `ssmmessages`, `ec2messages`, `ecr.api`, `ecr.dkr`, `logs`, `kms`, `sts`, …), each with an optional endpoint policy as JSON. Each costs about 7 USD a month and zone."
  type = map(object({
    policy = optional(string)
  }))
  default = {}

  validation {
    condition     = alltrue([for service in keys(var.interface_endpoints) : can(regex("^[a-z][a-z0-9.-]+$", service)) && !contains(["s3", "dynamodb"], service)])
    error_message = "interface_endpoints must be services by their name alone, such as ssm or ecr.api; s3 has a gateway endpoint already."
  }
}

variable "flow_log_retention_days" {
  description = "Days for which accepted and rejected connections are kept."
  type        = number
  default     = 365

  validation {
    condition     = contains([365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.flow_log_retention_days)
    error_message = "flow logs must be kept for at least a year, for a number of days that CloudWatch knows: 365, 400, 545, 731, 1096, 1827, …"
  }
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the role made here."
  type        = string
  default     = null
}
