mock_provider "aws" {
  mock_resource "aws_iam_openid_connect_provider" {
    defaults = { arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Statement\":[]}" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  name          = "omninode-dev"
  repository    = "omninode-ai/omninode_infra"
  repository_id = "123456"
  owner_id      = "99"
  environment   = "dev"
  state_bucket  = "omninode-state"
  state_prefix  = "terraform/stacks/dev/"
  apply_policy  = "{\"Statement\":[]}"
}

run "makes_a_role_to_plan_and_a_role_to_apply" {
  command = apply

  assert {
    condition     = toset(keys(output.role_arns)) == toset(["plan", "apply"])
    error_message = "there must be exactly the roles plan and apply"
  }
}

run "trusts_only_exact_subjects_in_both_forms" {
  command = plan

  assert {
    condition = toset(one([
      for condition in data.aws_iam_policy_document.trust["apply"].statement[0].condition :
      condition.values if endswith(condition.variable, ":sub")
      ])) == toset([
      "repo:omninode-ai/omninode_infra:environment:dev",
      "repo:omninode-ai@99/omninode_infra@123456:environment:dev",
    ])
    error_message = "the apply role must trust the environment in both forms of the subject, and nothing else"
  }

  assert {
    condition     = alltrue([for condition in data.aws_iam_policy_document.trust["plan"].statement[0].condition : condition.test == "StringEquals"])
    error_message = "every condition of the trust must be StringEquals"
  }

  assert {
    condition     = length(data.aws_iam_policy_document.trust["plan"].statement[0].condition) == 3
    error_message = "aud, sub and repository_id must all be required"
  }
}

run "refuses_wildcards_and_names_that_are_none" {
  command = plan

  variables {
    repository    = "omninode-ai/*"
    repository_id = "*"
    environment   = "*"
    state_prefix  = "*"
    issuer_url    = "http://example.org"
  }

  expect_failures = [var.repository, var.repository_id, var.environment, var.state_prefix, var.issuer_url]
}
