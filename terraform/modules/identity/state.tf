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

  # What a state was last released from: a note beside it, written before the first change.
  dynamic "statement" {
    for_each = each.key == "apply" ? [1] : []

    content {
      sid       = "RememberRelease"
      actions   = ["s3:PutObject"]
      resources = ["${local.bucket}/${var.state_prefix}*.released"]
    }
  }

  dynamic "statement" {
    for_each = var.plan_store == null || each.key == "apply" ? [] : [var.plan_store]

    content {
      sid       = "SavePlans"
      actions   = ["s3:PutObject"]
      resources = ["${local.store}/*.sealed"]

      # A plan is written once: nothing is put in the place of one that was reviewed.
      condition {
        test     = "Null"
        variable = "s3:if-none-match"
        values   = ["false"]
      }
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

locals {
  # The bucket has one policy, whatever the number of environments that keep plans in it.
  guards_plans = try(var.plan_store.bucket_policy, false)
}

# Holds for everybody, and not for these roles alone.
data "aws_iam_policy_document" "plan_store" {
  statement {
    sid       = "PlansAreWrittenOnce"
    effect    = "Deny"
    actions   = ["s3:PutObject"]
    resources = ["arn:${local.partition}:s3:::${try(var.plan_store.bucket, "")}/*.sealed"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Null"
      variable = "s3:if-none-match"
      values   = ["true"]
    }

    # The parts of an upload have no such header; what completes it has.
    condition {
      test     = "Bool"
      variable = "s3:ObjectCreationOperation"
      values   = ["true"]
    }
  }

  statement {
    sid       = "PlansStay"
    effect    = "Deny"
    actions   = ["s3:DeleteObject", "s3:DeleteObjectVersion"]
    resources = ["arn:${local.partition}:s3:::${try(var.plan_store.bucket, "")}/*.sealed"]

    principals {
      type        = "AWS"
      identifiers = [for key in ["plan", "apply"] : aws_iam_role.this[key].arn]
    }
  }
}

resource "aws_s3_bucket_policy" "plan_store" {
  count = local.guards_plans ? 1 : 0

  bucket = var.plan_store.bucket
  policy = data.aws_iam_policy_document.plan_store.json
}

data "aws_iam_policy_document" "plan_store_reading" {
  statement {
    sid       = "ReadPolicyOfPlanStore"
    actions   = ["s3:GetBucketPolicy"]
    resources = ["arn:${local.partition}:s3:::${try(var.plan_store.bucket, "")}"]
  }
}

# Planning this very module reads the policy of the bucket.
resource "aws_iam_role_policy" "plan_store_reading" {
  for_each = toset(local.guards_plans ? ["plan", "apply"] : [])

  name   = "plan-store-policy"
  role   = aws_iam_role.this[each.key].id
  policy = data.aws_iam_policy_document.plan_store_reading.json
}

resource "aws_iam_role_policy" "state" {
  for_each = data.aws_iam_policy_document.state

  name   = "state"
  role   = aws_iam_role.this[each.key].id
  policy = each.value.json
}
