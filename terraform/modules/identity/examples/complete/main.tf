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

module "identity" {
  source = "../.."

  name        = "identity-complete"
  region      = "us-east-1"
  environment = "production"

  repositories = {
    "omninode-ai/omninode_infra" = { id = "123456", owner_id = "99" }
    # Deploys its own service, and does nothing else.
    "omninode-ai/omniweb" = { id = "654321", owner_id = "99", roles = ["deploy", "verify"] }
  }

  # Whatever a pull request changes, only the reviewed workflow of the main branch applies.
  job_workflow_refs = {
    apply = ["omninode-ai/omninode_infra/.github/workflows/release.yml@refs/heads/main"]
  }

  state_bucket = "example-state"
  state_prefix = "terraform/stacks/production/"
  plan_store = {
    bucket      = "example-state"
    prefix      = "plans"
    kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"
  }

  database_user_arns    = ["arn:aws:rds-db:us-east-1:123456789012:dbuser:db-ABCDEFGHIJKL/migrate"]
  image_repository_arns = ["arn:aws:ecr:us-east-1:123456789012:repository/omnicloud/core"]
}

output "role_arns" {
  description = "Roles for the actions."
  value       = module.identity.role_arns
}
