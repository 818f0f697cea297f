terraform {
  required_version = ">= 1.11, < 2.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }

  backend "s3" {}
}

provider "aws" {}

data "terraform_remote_state" "identity" {
  backend = "s3"

  config = {
    bucket = var.state_bucket
    key    = "terraform/stacks/prod/identity/terraform.tfstate"
    region = var.region
  }
}

data "terraform_remote_state" "network" {
  backend = "s3"

  config = {
    bucket = var.state_bucket
    key    = "terraform/stacks/prod/network/terraform.tfstate"
    region = var.region
  }
}

data "terraform_remote_state" "k3s" {
  backend = "s3"

  config = {
    bucket = var.state_bucket
    key    = "terraform/stacks/prod/k3s/terraform.tfstate"
    region = var.region
  }
}

module "data" {
  source = "../../../modules/data"

  name                      = "omninode-prod"
  vpc_id                    = data.terraform_remote_state.network.outputs.vpc_id
  subnet_ids                = data.terraform_remote_state.network.outputs.private_subnet_ids
  client_security_group_ids = data.terraform_remote_state.k3s.outputs.node_security_group_ids
  instance_class            = var.instance_class
  multi_az                  = var.multi_az
  allocated_storage         = var.allocated_storage
  max_allocated_storage     = var.max_allocated_storage
  database_name             = "omninode_cloud"
  iam_users                 = ["migrate", "onex_api"]
  permissions_boundary      = data.terraform_remote_state.identity.outputs.permissions_boundary_arn
}
