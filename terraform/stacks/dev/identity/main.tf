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

module "identity" {
  source = "../../../modules/identity"

  name              = "omninode-dev"
  region            = var.region
  environment       = "dev"
  issuer_url        = var.issuer_url
  oidc_provider_arn = var.oidc_provider_arn

  repositories = {
    (var.repository) = { id = var.repository_id, owner_id = var.owner_id }
  }

  state_bucket = var.state_bucket
  state_prefix = "terraform/stacks/dev/"
}
