variable "name" {
  description = "Name of the database server, and prefix of everything that belongs to it."
  type        = string

  validation {
    condition     = length(var.name) <= 40 && can(regex("^[a-z](?:-?[a-z0-9])+$", var.name))
    error_message = "name must be 2 to 40 lower-case letters, digits and single dashes, beginning with a letter."
  }
}

variable "vpc_id" {
  description = "Network that it is in."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets by zone; RDS wants two zones at least, also for a server in one."
  type        = map(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must name subnets in at least two zones."
  }
}

variable "client_security_group_ids" {
  description = "Who may connect: a name for people → the id of a security group."
  type        = map(string)
  default     = {}
}

variable "engine_version" {
  description = "Version of PostgreSQL: the major one, because minor ones come with the maintenance window."
  type        = string
  default     = "18"

  validation {
    condition     = can(regex("^1[5-9]$", var.engine_version))
    error_message = "engine_version must be a major version from 15 to 19: a pinned minor one would undo every minor upgrade."
  }
}

variable "allow_major_version_upgrade" {
  description = "Whether a higher engine_version may upgrade the server: it stands still meanwhile, and there is no way back but a snapshot."
  type        = bool
  default     = false
}

variable "instance_class" {
  description = "Size of the machine, such as db.t4g.medium or db.m8g.large."
  type        = string

  validation {
    condition     = startswith(var.instance_class, "db.")
    error_message = "instance_class must be a class of RDS, such as db.t4g.medium."
  }
}

variable "multi_az" {
  description = "Whether a second machine in another zone takes over; it doubles the price."
  type        = bool
}

variable "allocated_storage" {
  description = "Storage to begin with, in GiB."
  type        = number
  default     = 20

  validation {
    condition     = var.allocated_storage >= 20
    error_message = "allocated_storage must be 20 GiB at least."
  }
}

variable "max_allocated_storage" {
  description = "Up to which size the storage grows by itself, in GiB."
  type        = number
  default     = 100

  validation {
    condition     = var.max_allocated_storage >= ceil(var.allocated_storage * 1.26)
    error_message = "max_allocated_storage must leave room: at least 26 % more than allocated_storage."
  }
}

variable "database_name" {
  description = "The database that is made with the server."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,62}$", var.database_name))
    error_message = "database_name must be lower-case letters, digits and underscores, beginning with a letter."
  }
}

variable "master_username" {
  description = "The administrator of the server; migrations and services connect as users of their own, by IAM."
  type        = string
  default     = "omninode_admin"

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,15}$", var.master_username)) && !contains(["admin", "postgres", "rdsadmin"], var.master_username)
    error_message = "master_username must be up to 16 lower-case letters, digits and underscores, and none of admin, postgres, rdsadmin."
  }
}

variable "iam_users" {
  description = "Database users that connect with an IAM token (they need `GRANT rds_iam`); the output iam_user_arns has what their roles must allow."
  type        = set(string)
  default     = []
}

variable "ca_cert_identifier" {
  description = "The authority that signs the server's certificate; clients check it."
  type        = string
  default     = "rds-ca-rsa2048-g1"
}

variable "backup_retention_days" {
  description = "For how many days the server can be brought back to any second."
  type        = number
  default     = 14

  validation {
    condition     = var.backup_retention_days >= 7 && var.backup_retention_days <= 35
    error_message = "backup_retention_days must be 7 to 35."
  }
}

variable "backup_window" {
  description = "When the daily backup is made (UTC)."
  type        = string
  default     = "02:00-03:00"
}

variable "maintenance_window" {
  description = "When minor upgrades and waiting changes are made (UTC)."
  type        = string
  default     = "sun:03:30-sun:04:30"
}

variable "apply_immediately" {
  description = "Whether changes are made at once; some restart the server."
  type        = bool
  default     = false
}

variable "log_retention_days" {
  description = "Days for which the server's logs are kept."
  type        = number
  default     = 365

  validation {
    condition     = contains([365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "logs must be kept for at least a year, for a number of days that CloudWatch knows: 365, 400, 545, 731, 1096, 1827, …"
  }
}

variable "deletion_protection" {
  description = "Whether AWS itself refuses to delete the server."
  type        = bool
  default     = true
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the role made here."
  type        = string
  default     = null
}
