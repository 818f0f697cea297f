terraform {
  required_version = ">= 1.11, < 2.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

provider "aws" {}

module "network" {
  source = "../.."

  name                    = "complete"
  cidr_block              = "10.40.0.0/16"
  availability_zones      = { us-east-1a = 0, us-east-1b = 1, us-east-1c = 2 }
  nat                     = "per_az"
  interface_endpoints     = { ssm = {}, ssmmessages = {}, ec2messages = {} }
  flow_log_retention_days = 731
}

output "private_subnet_ids" {
  description = "Where machines belong."
  value       = module.network.private_subnet_ids
}
