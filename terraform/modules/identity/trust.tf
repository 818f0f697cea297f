locals {
  # What each role's jobs are: a preview is a pull request, and may be a schedule on a branch; everything else happens
  # in the environment, which has its reviewers.
  contexts = {
    for role in keys(local.roles) : role => role == "plan" ? concat(
      ["pull_request"],
      [for branch in sort(var.drift_branches) : "ref:refs/heads/${branch}"],
    ) : ["environment:${var.environment}"]
  }

  # Repositories made, renamed or moved since July 2026 send the immutable form of the subject; older ones the plain one.
  subject_prefixes = {
    for repository, identity in var.repositories : repository => [
      "repo:${repository}",
      "repo:${split("/", repository)[0]}@${identity.owner_id}/${split("/", repository)[1]}@${identity.id}",
    ]
  }
}

# Plain StringEquals throughout: a key that is missing must never count as one that fits.
data "aws_iam_policy_document" "trust" {
  for_each = local.roles

  dynamic "statement" {
    for_each = { for repository, identity in var.repositories : repository => identity if contains(identity.roles, each.key) }

    content {
      sid     = "Repository${statement.value.id}"
      actions = ["sts:AssumeRoleWithWebIdentity"]

      principals {
        type        = "Federated"
        identifiers = [local.provider]
      }

      condition {
        test     = "StringEquals"
        variable = "${local.issuer}:aud"
        values   = ["sts.amazonaws.com"]
      }

      condition {
        test     = "StringEquals"
        variable = "${local.issuer}:sub"
        values = flatten([
          for prefix in local.subject_prefixes[statement.key] : [
            for context in local.contexts[each.key] : "${prefix}:${context}"
          ]
        ])
      }

      # By number: a name can be registered again by somebody else.
      condition {
        test     = "StringEquals"
        variable = "${local.issuer}:repository_id"
        values   = [statement.value.id]
      }

      dynamic "condition" {
        for_each = each.key == "plan" ? [] : [var.environment]

        content {
          test     = "StringEquals"
          variable = "${local.issuer}:environment"
          values   = [condition.value]
        }
      }

      # A pull request can name an environment too: what releases runs on the branch that was reviewed.
      dynamic "condition" {
        for_each = each.key == "plan" ? [] : [var.release_refs]

        content {
          test     = "StringEquals"
          variable = "${local.issuer}:ref"
          values   = sort(condition.value)
        }
      }

      dynamic "condition" {
        for_each = contains(keys(var.job_workflow_refs), each.key) ? [var.job_workflow_refs[each.key]] : []

        content {
          test     = "StringEquals"
          variable = "${local.issuer}:job_workflow_ref"
          values   = condition.value
        }
      }
    }
  }

  # A role that nobody is given is trusted by nobody; a policy must have a statement.
  dynamic "statement" {
    for_each = anytrue([for identity in var.repositories : contains(identity.roles, each.key)]) ? [] : [1]

    content {
      sid     = "Nobody"
      effect  = "Deny"
      actions = ["sts:AssumeRoleWithWebIdentity"]

      principals {
        type        = "Federated"
        identifiers = [local.provider]
      }
    }
  }
}
