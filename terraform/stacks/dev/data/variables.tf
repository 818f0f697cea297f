variable "state_bucket" {
  description = "Bucket that holds the Terraform state."
  type        = string
}

variable "region" {
  description = "The one region in which the environment lives."
  type        = string
}

variable "instance_class" {
  description = "Size of the database server."
  type        = string
}

variable "multi_az" {
  description = "Whether a second machine in another zone takes over."
  type        = bool
}

variable "allocated_storage" {
  description = "Storage to begin with, in GiB."
  type        = number
}

variable "max_allocated_storage" {
  description = "Up to which size the storage grows by itself, in GiB."
  type        = number
}
