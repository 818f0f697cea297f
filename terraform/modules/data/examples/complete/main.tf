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
  source = "../../../network"

  name               = "data-complete"
  cidr_block         = "10.50.0.0/20"
  availability_zones = { us-east-1a = 0, us-east-1b = 1 }
  nat                = "none"
}

# Whatever belongs to it may connect.
resource "aws_security_group" "application" {
  name        = "data-complete-application"
  description = "The application of the example."
  vpc_id      = module.network.vpc_id
}

module "data" {
  source = "../.."

  name                      = "data-complete"
  vpc_id                    = module.network.vpc_id
  subnet_ids                = module.network.private_subnet_ids
  client_security_group_ids = { application = aws_security_group.application.id }
  instance_class            = "db.t4g.medium"
  multi_az                  = true
  allocated_storage         = 50
  max_allocated_storage     = 200
  database_name             = "omninode_cloud"
  iam_users                 = ["migrate", "onex_api"]
  # An example is thrown away again; a platform leaves this on.
  deletion_protection = false
}

output "database" {
  description = "What migrate and deploy need to know."
  value = {
    address = module.data.address
    port    = module.data.port
    name    = module.data.database_name
  }
}
