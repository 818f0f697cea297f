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

variable "ami_id" {
  description = "Amazon Linux 2023 for arm64 in the region: aws ssm get-parameter --name /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
  type        = string
}

module "network" {
  source = "../../../network"

  name               = "k3s-complete"
  cidr_block         = "10.60.0.0/18"
  availability_zones = { us-east-1a = 0, us-east-1b = 1, us-east-1c = 2 }
  nat                = "single"
}

module "k3s" {
  source = "../.."

  name              = "k3s-complete"
  vpc_id            = module.network.vpc_id
  vpc_cidr_block    = module.network.cidr_block
  server_subnet_ids = module.network.private_subnet_ids
  agent_subnet_ids  = module.network.private_subnet_ids

  ami_id      = var.ami_id
  k3s_version = "v1.35.0+k3s1"
  k3s_sha256  = "c0b1673a1f2b740cb7bb08355c885efb6a4aa5c8022e5bb306c621c8c1492883"
  agents      = { min = 2, max = 6 }

  github = {
    repository_ids     = ["123456"]
    audience           = "k3s-complete"
    environment_groups = { production = ["gha:deploy"] }
    preview_groups     = ["gha:preview"]
  }

  service_account_issuer = "https://oidc.example.com/k3s-complete"

  # An example is thrown away again; a platform leaves this on.
  deletion_protection = false
}

output "api_endpoint" {
  description = "Address of the Kubernetes API."
  value       = module.k3s.api_endpoint
}
