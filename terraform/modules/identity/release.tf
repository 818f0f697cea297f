# What migrate, deploy and verify need of AWS is little: the cluster knows their jobs by their tokens, not by a role.
data "aws_iam_policy_document" "databases" {
  count = length(var.database_user_arns) > 0 ? 1 : 0

  statement {
    sid       = "Connect"
    actions   = ["rds-db:connect"]
    resources = sort(var.database_user_arns)
  }
}

resource "aws_iam_role_policy" "databases" {
  count = length(var.database_user_arns) > 0 ? 1 : 0

  name   = "databases"
  role   = aws_iam_role.this["migrate"].id
  policy = data.aws_iam_policy_document.databases[0].json
}

# To find the digest of an image, and to prove that it is there.
data "aws_iam_policy_document" "images" {
  count = length(var.image_repository_arns) > 0 ? 1 : 0

  statement {
    sid       = "Images"
    actions   = ["ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer"]
    resources = sort(var.image_repository_arns)
  }

  statement {
    sid       = "Registry"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "images" {
  for_each = toset(length(var.image_repository_arns) > 0 ? ["deploy", "verify"] : [])

  name   = "images"
  role   = aws_iam_role.this[each.key].id
  policy = data.aws_iam_policy_document.images[0].json
}
