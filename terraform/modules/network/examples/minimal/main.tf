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

  name               = "minimal"
  cidr_block         = "10.30.0.0/22"
  availability_zones = { us-east-1a = 0 }
  nat                = "none"
}
