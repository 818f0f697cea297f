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
