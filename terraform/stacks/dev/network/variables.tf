variable "state_bucket" {
  description = "Bucket that holds the Terraform state."
  type        = string
}

variable "region" {
  description = "The one region in which the environment lives."
  type        = string
}

variable "cidr_block" {
  description = "IPv4 range of the network."
  type        = string
}

variable "availability_zones" {
  description = "Zones by name, with their place in the address plan."
  type        = map(number)
}

variable "nat" {
  description = "none, single or per_az."
  type        = string
}

variable "interface_endpoints" {
  description = "AWS services that are reached without leaving the network."
  type        = map(object({ policy = optional(string) }))
}
