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
  description = "Way out for the private subnets: none, single (one gateway, cheap), or per_az (one a zone, survives the loss of a zone)."
  type        = string

  validation {
    condition     = contains(["none", "single", "per_az"], var.nat)
    error_message = "nat must be none, single or per_az."
  }
}

variable "flow_log_retention_days" {
  description = "How long accepted and rejected connections are kept."
  type        = number
  default     = 365

  validation {
    condition     = var.flow_log_retention_days >= 365
    error_message = "flow logs must be kept for at least a year."
  }
}
