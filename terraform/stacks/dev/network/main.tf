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
    key    = "terraform/stacks/dev/identity/terraform.tfstate"
    region = var.region
  }
}

module "network" {
  source = "../../../modules/network"

  name                 = "omninode-dev"
  cidr_block           = var.cidr_block
  availability_zones   = var.availability_zones
  nat                  = var.nat
  interface_endpoints  = var.interface_endpoints
  permissions_boundary = data.terraform_remote_state.identity.outputs.permissions_boundary_arn
}
