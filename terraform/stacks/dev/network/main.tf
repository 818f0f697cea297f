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

module "network" {
  source = "../../../modules/network"

  name               = "omninode-dev"
  cidr_block         = var.cidr_block
  availability_zones = var.availability_zones
  nat                = var.nat
}
