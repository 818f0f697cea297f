locals {
  bucket = "arn:${local.partition}:s3:::${var.state_bucket}"
  store  = var.plan_store == null ? null : "arn:${local.partition}:s3:::${var.plan_store.bucket}/${var.plan_store.prefix}"
}

data "aws_iam_policy_document" "state" {
  for_each = toset(["plan", "apply"])

  statement {
    sid       = "ListState"
    actions   = ["s3:ListBucket"]
    resources = [local.bucket]
  }

  statement {
    sid       = "ReadState"
    actions   = ["s3:GetObject"]
    resources = ["${local.bucket}/${var.state_prefix}*"]
  }

  # A plan takes the lock as well; it is an object beside the state.
  statement {
    sid       = "Lock"
    actions   = ["s3:PutObject", "s3:DeleteObject"]
    resources = ["${local.bucket}/${var.state_prefix}*.tflock"]
  }

  dynamic "statement" {
    for_each = each.key == "apply" ? [1] : []

    content {
      sid       = "WriteState"
      actions   = ["s3:PutObject"]
      resources = ["${local.bucket}/${var.state_prefix}*.tfstate"]
    }
  }

  dynamic "statement" {
    for_each = var.plan_store == null || each.key == "apply" ? [] : [var.plan_store]

    content {
      sid       = "SavePlans"
      actions   = ["s3:PutObject"]
      resources = ["${local.store}/*/plan.sealed"]
    }
  }

  dynamic "statement" {
    for_each = var.plan_store == null || each.key == "apply" ? [] : [var.plan_store]

    content {
      sid       = "SealPlans"
      actions   = ["kms:GenerateDataKey"]
      resources = [statement.value.kms_key_arn]
    }
  }

  dynamic "statement" {
    for_each = var.plan_store == null || each.key == "plan" ? [] : [var.plan_store]

    content {
      sid       = "FindPlans"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${local.partition}:s3:::${statement.value.bucket}"]
    }
  }

  dynamic "statement" {
    for_each = var.plan_store == null || each.key == "plan" ? [] : [var.plan_store]

    content {
      sid       = "ReadPlans"
      actions   = ["s3:GetObject"]
      resources = ["${local.store}/*"]
    }
  }

  dynamic "statement" {
    for_each = var.plan_store == null || each.key == "plan" ? [] : [var.plan_store]

    content {
      sid       = "MarkPlansAndKeepStates"
      actions   = ["s3:PutObject"]
      resources = ["${local.store}/*.used", "${local.store}/*/errored.tfstate"]
    }
  }

  dynamic "statement" {
    for_each = var.plan_store == null || each.key == "plan" ? [] : [var.plan_store]

    content {
      sid       = "OpenPlans"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [statement.value.kms_key_arn]
    }
  }
}

resource "aws_iam_role_policy" "state" {
  for_each = data.aws_iam_policy_document.state

  name   = "state"
  role   = aws_iam_role.this[each.key].id
  policy = each.value.json
}
