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

locals {
  network = data.terraform_remote_state.network.outputs
}

module "k3s" {
  source = "../../../modules/k3s"

  name              = "omninode-prod"
  vpc_id            = local.network.vpc_id
  vpc_cidr_block    = local.network.cidr_block
  server_subnet_ids = local.network.private_subnet_ids
  agent_subnet_ids  = local.network.private_subnet_ids

  ami_id               = var.ami_id
  k3s_version          = var.k3s_version
  k3s_sha256           = var.k3s_sha256
  server_instance_type = var.server_instance_type
  agent_instance_type  = var.agent_instance_type
  agents               = var.agents

  github = {
    repository_ids     = [var.repository_id]
    audience           = "omninode-deploy"
    environment_groups = { prod = ["gha:deploy"] }
    preview_groups     = ["gha:preview"]
  }

  permissions_boundary = data.terraform_remote_state.identity.outputs.permissions_boundary_arn
}
