# What planning and applying call, as it was recorded while the modules were planned, applied and destroyed
# (scripts/record-actions.ts), and what AWS asks for besides. A test refuses an action that nobody calls.
locals {
  recorded = { for module in var.modules : module => jsondecode(file("${path.module}/actions/${module}.json")) }
  implied  = jsondecode(file("${path.module}/actions/implied.json"))

  reading = distinct(sort(flatten([
    [for module in var.modules : local.recorded[module].plan],
    [for module in var.modules : keys(try(local.implied[module].plan, {}))],
  ])))

  # Who may release is an administrator's to decide: nothing of the module identity is applied by a release.
  writing = distinct(sort(flatten([
    [for module in var.modules : local.recorded[module].apply if module != "identity"],
    [for module in var.modules : keys(try(local.implied[module].apply, {})) if module != "identity"],
  ])))

  # These are not given without a condition of their own.
  bounded = ["iam:CreateRole", "iam:CreateServiceLinkedRole", "iam:PassRole", "iam:PutRolePolicy"]

  services = {
    read  = distinct([for action in local.reading : split(":", action)[0]])
    write = distinct([for action in local.writing : split(":", action)[0]])
  }

  # A policy of IAM is not longer than 6,144 characters: the service with the most actions has one of its own.
  writes = {
    for part, services in {
      ec2      = [for service in local.services.write : service if service == "ec2"]
      services = [for service in local.services.write : service if service != "ec2"]
    } : part => services if length(services) > 0
  }

  role_arns = "arn:${local.partition}:iam::${local.account}:role/${var.name}-*"

  # Where a service knows the name of what is made before it is made. What is not here can be limited to the region.
  scopes = {
    iam = [
      local.role_arns,
      "arn:${local.partition}:iam::${local.account}:instance-profile/${var.name}-*",
    ]
    s3   = ["arn:${local.partition}:s3:::${var.name}-*"]
    logs = [for prefix in ["/vpc/${var.name}", "/aws/rds/instance/${var.name}/"] : "arn:${local.partition}:logs:${var.region}:${local.account}:log-group:${prefix}*"]
    rds  = [for kind in ["db", "pg", "subgrp", "snapshot"] : "arn:${local.partition}:rds:${var.region}:${local.account}:${kind}:${var.name}*"]
    elasticloadbalancing = [
      for kind in ["loadbalancer/net", "listener/net", "targetgroup"] : "arn:${local.partition}:elasticloadbalancing:${var.region}:${local.account}:${kind}/${var.name}-*"
    ]
    autoscaling = ["arn:${local.partition}:autoscaling:${var.region}:${local.account}:autoScalingGroup:*:autoScalingGroupName/${var.name}-*"]
  }
}

data "aws_iam_policy_document" "read" {
  dynamic "statement" {
    for_each = local.services.read

    content {
      sid     = "Read${replace(title(statement.value), "-", "")}"
      actions = [for action in local.reading : action if startswith(action, "${statement.value}:")]
      # Most services do not limit what is listed to a name.
      resources = statement.value == "s3" ? local.scopes.s3 : ["*"]
    }
  }
}

# Both roles refresh what Terraform manages.
resource "aws_iam_policy" "read" {
  name        = "${var.name}-read"
  description = "What planning ${var.name} calls."
  policy      = data.aws_iam_policy_document.read.json
}

resource "aws_iam_role_policy_attachment" "read" {
  for_each = toset(["plan", "apply"])

  role       = aws_iam_role.this[each.key].name
  policy_arn = aws_iam_policy.read.arn
}

data "aws_iam_policy_document" "write" {
  for_each = local.writes

  dynamic "statement" {
    for_each = each.value

    content {
      sid = "Write${replace(title(statement.value), "-", "")}"
      actions = [
        for action in local.writing : action if startswith(action, "${statement.value}:") && !contains(local.bounded, action)
      ]
      resources = lookup(local.scopes, statement.value, ["*"])

      dynamic "condition" {
        for_each = statement.value == "iam" ? [] : [var.region]

        content {
          test     = "StringEquals"
          variable = "aws:RequestedRegion"
          values   = [condition.value]
        }
      }
    }
  }
}

data "aws_iam_policy_document" "roles" {
  # A role that is made can do no more than its boundary lets it, nor be given more later.
  statement {
    sid       = "BoundedRoles"
    actions   = ["iam:CreateRole", "iam:PutRolePolicy"]
    resources = [local.role_arns]

    condition {
      test     = "StringEquals"
      variable = "iam:PermissionsBoundary"
      values   = [aws_iam_policy.boundary.arn]
    }
  }

  statement {
    sid       = "PassRole"
    actions   = ["iam:PassRole"]
    resources = [local.role_arns]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ec2.amazonaws.com", "monitoring.rds.amazonaws.com", "vpc-flow-logs.amazonaws.com"]
    }
  }

  # AWS makes these once for an account, when the first of their kind is made.
  statement {
    sid       = "ServiceRoles"
    actions   = ["iam:CreateServiceLinkedRole"]
    resources = ["arn:${local.partition}:iam::${local.account}:role/aws-service-role/*"]

    condition {
      test     = "StringEquals"
      variable = "iam:AWSServiceName"
      values   = ["autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com", "rds.amazonaws.com"]
    }
  }
}

resource "aws_iam_policy" "apply" {
  for_each = merge(data.aws_iam_policy_document.write, { roles = data.aws_iam_policy_document.roles })

  name        = "${var.name}-apply-${each.key}"
  description = "What applying and destroying ${var.name} calls beyond reading: ${each.key}."
  policy      = each.value.json
}

resource "aws_iam_role_policy_attachment" "apply" {
  for_each = aws_iam_policy.apply

  role       = aws_iam_role.this["apply"].name
  policy_arn = each.value.arn
}
