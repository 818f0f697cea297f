variable "state_bucket" {
  description = "Bucket that holds the Terraform state."
  type        = string
}

variable "region" {
  description = "The one region in which the environment lives."
  type        = string
}

variable "repository_id" {
  description = "Numeric id of the repository whose jobs the API knows."
  type        = string
}

variable "ami_id" {
  description = "Amazon Linux 2023 for arm64 in the region."
  type        = string
}

variable "k3s_version" {
  description = "Release of k3s."
  type        = string
}

variable "k3s_sha256" {
  description = "sha256 of its program for arm64."
  type        = string
}

variable "server_instance_type" {
  description = "Size of the servers."
  type        = string
}

variable "agent_instance_type" {
  description = "Size of the agents."
  type        = string
}

variable "agents" {
  description = "How many agents there are at least and at most."
  type        = object({ min = number, max = number })
}
