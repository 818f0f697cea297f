data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  for_each = local.node_roles

  name                 = "${var.name}-${each.key}"
  description          = each.value
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = var.permissions_boundary
}

resource "aws_iam_instance_profile" "this" {
  for_each = local.node_roles

  name = "${var.name}-${each.key}"
  role = aws_iam_role.this[each.key].name
}

locals {
  node_roles = {
    server = "Machines that run the control plane of ${var.name}."
    agent  = "Machines that run the workloads of ${var.name}."
  }

  # An agent that is taken over must not be able to make itself a server.
  readable_tokens = {
    server = ["server", "agent"]
    agent  = ["agent"]
  }
}

data "aws_iam_policy_document" "node" {
  for_each = local.node_roles

  # Sessions through Systems Manager instead of SSH. None of these can be limited to a machine.
  statement {
    sid = "Sessions"
    actions = [
      "ec2messages:AcknowledgeMessage",
      "ec2messages:DeleteMessage",
      "ec2messages:FailMessage",
      "ec2messages:GetEndpoint",
      "ec2messages:GetMessages",
      "ec2messages:SendReply",
      "ssm:UpdateInstanceInformation",
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ]
    resources = ["*"]
  }

  statement {
    sid       = "Token"
    actions   = ["ssm:GetParameter"]
    resources = [for role in local.readable_tokens[each.key] : local.token_arns[role]]
  }

  statement {
    sid       = "DecryptToken"
    actions   = ["kms:Decrypt"]
    resources = [aws_kms_key.this.arn]

    condition {
      test     = "StringEquals"
      variable = "kms:EncryptionContext:PARAMETER_ARN"
      values   = [for role in local.readable_tokens[each.key] : local.token_arns[role]]
    }
  }

  dynamic "statement" {
    for_each = each.key == "server" ? [1] : []

    content {
      sid       = "MakeTokens"
      actions   = ["ssm:PutParameter"]
      resources = values(local.token_arns)
    }
  }

  dynamic "statement" {
    for_each = each.key == "server" ? [1] : []

    content {
      sid       = "EncryptTokens"
      actions   = ["kms:Encrypt"]
      resources = [aws_kms_key.this.arn]

      condition {
        test     = "StringEquals"
        variable = "kms:EncryptionContext:PARAMETER_ARN"
        values   = values(local.token_arns)
      }
    }
  }

  dynamic "statement" {
    for_each = each.key == "server" ? [1] : []

    content {
      sid       = "WriteSnapshots"
      actions   = ["s3:PutObject"]
      resources = ["${aws_s3_bucket.snapshots.arn}/etcd/*", "${aws_s3_bucket.snapshots.arn}/${local.marker}"]
    }
  }

  dynamic "statement" {
    for_each = each.key == "server" ? [1] : []

    content {
      sid       = "FindSnapshots"
      actions   = ["s3:ListBucket"]
      resources = [aws_s3_bucket.snapshots.arn]
    }
  }

  dynamic "statement" {
    for_each = each.key == "server" ? [1] : []

    content {
      sid       = "EncryptSnapshots"
      actions   = ["kms:GenerateDataKey"]
      resources = [aws_kms_key.this.arn]

      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = ["s3.${local.region}.amazonaws.com"]
      }
    }
  }
}

resource "aws_iam_role_policy" "node" {
  for_each = local.node_roles

  name   = "node"
  role   = aws_iam_role.this[each.key].id
  policy = data.aws_iam_policy_document.node[each.key].json
}
