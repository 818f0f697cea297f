mock_provider "aws" {
  mock_resource "aws_iam_openid_connect_provider" {
    defaults = { arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
  }
  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::123456789012:policy/mock" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Statement\":[]}" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
}

variables {
  name         = "omninode-dev"
  region       = "us-east-1"
  environment  = "dev"
  state_bucket = "omninode-state"
  state_prefix = "terraform/stacks/dev/"
  repositories = {
    "omninode-ai/omninode_infra" = { id = "123456", owner_id = "99" }
    "omninode-ai/omniweb"        = { id = "654321", owner_id = "99", roles = ["deploy"] }
  }
}

run "makes_five_roles_for_an_hour_each" {
  command = apply

  assert {
    condition     = toset(keys(output.role_arns)) == toset(["plan", "apply", "migrate", "deploy", "verify"])
    error_message = "there must be a role for each kind of job"
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.this : role.max_session_duration == 3600 && role.permissions_boundary == aws_iam_policy.release_boundary.arn])
    error_message = "every role must be bounded, and its sessions must end"
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.github[0].thumbprint_list) == 0 || aws_iam_openid_connect_provider.github[0].client_id_list == toset(["sts.amazonaws.com"])
    error_message = "the provider must be for STS alone"
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
    condition = toset(one([
      for condition in data.aws_iam_policy_document.trust["plan"].statement[0].condition :
      condition.values if endswith(condition.variable, ":sub")
      ])) == toset([
      "repo:omninode-ai/omninode_infra:pull_request",
      "repo:omninode-ai/omninode_infra:ref:refs/heads/main",
      "repo:omninode-ai@99/omninode_infra@123456:pull_request",
      "repo:omninode-ai@99/omninode_infra@123456:ref:refs/heads/main",
    ])
    error_message = "the plan role must trust pull requests and the schedule, and nothing else"
  }

  assert {
    condition = alltrue(flatten([
      for document in data.aws_iam_policy_document.trust : [
        for statement in document.statement : [
          for condition in statement.condition : condition.test == "StringEquals"
        ]
      ]
    ]))
    error_message = "CKV_AWS_358: every condition of a trust must be a plain StringEquals"
  }

  assert {
    condition = alltrue(flatten([
      for document in data.aws_iam_policy_document.trust : [
        for statement in document.statement : [
          for key in [":aud", ":sub", ":repository_id"] : anytrue([for condition in statement.condition : endswith(condition.variable, key)])
        ]
      ]
    ]))
    error_message = "aud, sub and repository_id must all be required"
  }
}

run "gives_another_repository_the_roles_that_are_named" {
  command = plan

  assert {
    condition     = length(data.aws_iam_policy_document.trust["deploy"].statement) == 2 && length(data.aws_iam_policy_document.trust["apply"].statement) == 1
    error_message = "omniweb must be able to deploy, and not to apply"
  }
}

run "pins_the_workflow" {
  command = plan

  variables {
    job_workflow_refs = { apply = ["omninode-ai/omninode_infra/.github/workflows/release.yml@refs/heads/main"] }
  }

  assert {
    condition = one([
      for condition in data.aws_iam_policy_document.trust["apply"].statement[0].condition :
      condition.values if endswith(condition.variable, ":job_workflow_ref")
    ]) == tolist(["omninode-ai/omninode_infra/.github/workflows/release.yml@refs/heads/main"])
    error_message = "only that workflow may apply"
  }
}

run "takes_the_provider_that_is_there" {
  command = plan

  variables {
    oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.github) == 0
    error_message = "an account has one provider"
  }
}

run "gives_no_role_more_than_its_lists" {
  command = plan

  assert {
    condition     = alltrue([for action in concat(local.reading, local.writing) : !strcontains(action, "*")])
    error_message = "CKV_AWS_355, CKV_AWS_356: no action may have a wildcard"
  }

  assert {
    condition     = length(setintersection(local.reading, local.writing)) == 0
    error_message = "what planning calls must change nothing"
  }

  assert {
    condition     = alltrue([for action in local.reading : can(regex("^[a-z0-9-]+:(Describe|Get|List)", action))])
    error_message = "the plan role must only read"
  }

  assert {
    condition     = alltrue([for action in local.reading : !contains(["secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "s3:GetObject"], action)])
    error_message = "the plan role must read no secret and no data"
  }

  assert {
    condition     = length(aws_iam_role_policy.images) == 0 && length(aws_iam_role_policy.databases) == 0
    error_message = "migrate, deploy and verify must be able to do nothing unless something is named"
  }
}

run "remembers_beside_the_state_with_the_role_that_applies_alone" {
  command = plan

  assert {
    condition = [
      for statement in data.aws_iam_policy_document.state["apply"].statement : [statement.actions, statement.resources] if statement.sid == "RememberRelease"
    ] == [[toset(["s3:PutObject"]), toset(["arn:aws:s3:::omninode-state/terraform/stacks/dev/*.released"])]]
    error_message = "the apply role must be able to write what a state was released from"
  }

  assert {
    condition     = !anytrue([for statement in data.aws_iam_policy_document.state["plan"].statement : contains(flatten([for resource in statement.resources : endswith(resource, ".released")]), true)])
    error_message = "the plan role must not be able to write it"
  }

  assert {
    condition     = length(aws_s3_bucket_policy.plan_store) == 0
    error_message = "a bucket that keeps no plans keeps its policy"
  }
}

run "writes_plans_once" {
  command = plan

  variables {
    plan_store = {
      bucket        = "omninode-plans"
      prefix        = "plans"
      kms_key_arn   = "arn:aws:kms:us-east-1:123456789012:key/1"
      bucket_policy = true
    }
  }

  assert {
    condition = [
      for statement in data.aws_iam_policy_document.state["plan"].statement :
      [for condition in statement.condition : [condition.test, condition.variable, condition.values]] if statement.sid == "SavePlans"
    ] == [[["Null", "s3:if-none-match", tolist(["false"])]]]
    error_message = "the plan role must only be able to write a plan that is not there"
  }

  assert {
    condition     = aws_s3_bucket_policy.plan_store[0].bucket == "omninode-plans"
    error_message = "the bucket of the plans must have the policy"
  }

  assert {
    condition = anytrue([
      for statement in data.aws_iam_policy_document.plan_store.statement :
      statement.effect == "Deny" && contains(statement.actions, "s3:PutObject") && contains(statement.resources, "arn:aws:s3:::omninode-plans/*.sealed") && anytrue([for principal in statement.principals : principal.type == "*"]) && anytrue([
        for condition in statement.condition : condition.test == "Null" && condition.variable == "s3:if-none-match" && contains(condition.values, "true")
      ])
    ])
    error_message = "the policy of the bucket must refuse everybody who would write over a plan"
  }

  assert {
    condition = anytrue([
      for statement in data.aws_iam_policy_document.plan_store.statement :
      statement.effect == "Deny" && toset(statement.actions) == toset(["s3:DeleteObject", "s3:DeleteObjectVersion"]) && contains(statement.resources, "arn:aws:s3:::omninode-plans/*.sealed")
    ])
    error_message = "what is deleted could be written again: the roles must not be able to delete plans"
  }

  assert {
    condition     = toset(keys(aws_iam_role_policy.plan_store_reading)) == toset(["plan", "apply"])
    error_message = "planning the module must be able to read the policy that it has made"
  }
}

run "guards_only_the_bucket_that_it_is_told_to" {
  command = plan

  variables {
    plan_store = { bucket = "omninode-plans", prefix = "plans", kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1" }
  }

  assert {
    condition     = length(aws_s3_bucket_policy.plan_store) == 0 && length(aws_iam_role_policy.plan_store_reading) == 0
    error_message = "another environment's policy of the bucket must stay"
  }
}

run "refuses_wildcards_and_names_that_are_none" {
  command = plan

  variables {
    name                  = "Omninode"
    region                = "everywhere"
    environment           = "*"
    state_bucket          = "*"
    state_prefix          = "*"
    issuer_url            = "http://example.org"
    oidc_provider_arn     = "github"
    drift_branches        = ["*"]
    release_refs          = ["refs/pull/1/merge"]
    job_workflow_refs     = { apply = ["omninode-ai/*"] }
    modules               = ["everything"]
    database_user_arns    = ["arn:aws:rds-db:us-east-1:123456789012:dbuser:*/*"]
    image_repository_arns = ["*"]
    plan_store            = { bucket = "state", prefix = "plans/*", kms_key_arn = "*" }
    repositories          = { "omninode-ai/*" = { id = "*", owner_id = "*", roles = ["admin"] } }
  }

  expect_failures = [
    var.name,
    var.region,
    var.environment,
    var.state_bucket,
    var.state_prefix,
    var.issuer_url,
    var.oidc_provider_arn,
    var.drift_branches,
    var.release_refs,
    var.job_workflow_refs,
    var.modules,
    var.database_user_arns,
    var.image_repository_arns,
    var.plan_store,
    var.repositories,
  ]
}
