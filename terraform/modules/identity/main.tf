data "aws_partition" "current" {}

locals {
  issuer = trimprefix(var.issuer_url, "https://")

  owner = split("/", var.repository)[0]
  name  = split("/", var.repository)[1]

  # Repositories made, renamed or moved since July 2026 send the immutable form of the subject; older ones the plain one.
  subject_prefixes = [
    "repo:${var.repository}",
    "repo:${local.owner}@${var.owner_id}/${local.name}@${var.repository_id}",
  ]

  roles = {
    plan  = { context = "pull_request" }
    apply = { context = "environment:${var.environment}" }
  }
}

# AWS verifies the issuer by its certificate chain: a thumbprint would only be one more thing to go stale.
resource "aws_iam_openid_connect_provider" "github" {
  url            = var.issuer_url
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "trust" {
  for_each = local.roles

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = [for prefix in local.subject_prefixes : "${prefix}:${each.value.context}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:repository_id"
      values   = [var.repository_id]
    }
  }
}

resource "aws_iam_role" "this" {
  for_each = local.roles

  name                 = "${var.name}-${each.key}"
  description          = "Assumed by GitHub Actions of ${var.repository} to ${each.key}."
  assume_role_policy   = data.aws_iam_policy_document.trust[each.key].json
  max_session_duration = 3600
}

# Terraform refreshes what it manages, so both roles read the services; neither may read what they store.
resource "aws_iam_role_policy_attachment" "read" {
  for_each = local.roles

  role       = aws_iam_role.this[each.key].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/ReadOnlyAccess"
}

data "aws_iam_policy_document" "state" {
  for_each = local.roles

  statement {
    sid       = "ListState"
    actions   = ["s3:ListBucket"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.state_bucket}"]
  }

  statement {
    sid       = "ReadState"
    actions   = ["s3:GetObject"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.state_bucket}/${var.state_prefix}*"]
  }

  # A plan takes the lock as well; it is an object beside the state.
  statement {
    sid       = "Lock"
    actions   = ["s3:PutObject", "s3:DeleteObject"]
    resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.state_bucket}/${var.state_prefix}*.tflock"]
  }

  dynamic "statement" {
    for_each = each.key == "apply" ? [1] : []

    content {
      sid       = "WriteState"
      actions   = ["s3:PutObject"]
      resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.state_bucket}/${var.state_prefix}*.tfstate"]
    }
  }

  # ReadOnlyAccess would let the roles read data and secrets; planning and applying need neither.
  statement {
    sid    = "NoData"
    effect = "Deny"
    actions = [
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:Scan",
      "secretsmanager:GetSecretValue",
      "ssm:GetParameter",
      "ssm:GetParameters",
      "ssm:GetParametersByPath",
    ]
    resources = ["*"]
  }

  statement {
    sid           = "NoOtherObjects"
    effect        = "Deny"
    actions       = ["s3:GetObject", "s3:GetObjectVersion"]
    not_resources = ["arn:${data.aws_partition.current.partition}:s3:::${var.state_bucket}/${var.state_prefix}*"]
  }

  # Whoever releases must not be able to widen how releases are let in.
  statement {
    sid    = "NoChangeOfIdentity"
    effect = "Deny"
    actions = [
      "iam:AddClientIDToOpenIDConnectProvider",
      "iam:AttachRolePolicy",
      "iam:CreateOpenIDConnectProvider",
      "iam:DeleteOpenIDConnectProvider",
      "iam:DeleteRole",
      "iam:DeleteRolePolicy",
      "iam:DetachRolePolicy",
      "iam:PutRolePolicy",
      "iam:RemoveClientIDFromOpenIDConnectProvider",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateOpenIDConnectProviderThumbprint",
      "iam:UpdateRole",
    ]
    resources = concat([aws_iam_openid_connect_provider.github.arn], values(aws_iam_role.this)[*].arn)
  }
}

resource "aws_iam_role_policy" "state" {
  for_each = local.roles

  name   = "state"
  role   = aws_iam_role.this[each.key].id
  policy = data.aws_iam_policy_document.state[each.key].json
}

resource "aws_iam_role_policy" "apply" {
  name   = "apply"
  role   = aws_iam_role.this["apply"].id
  policy = var.apply_policy
}
