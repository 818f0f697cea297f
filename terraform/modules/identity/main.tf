data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  issuer    = trimprefix(var.issuer_url, "https://")
  provider  = var.oidc_provider_arn == null ? one(aws_iam_openid_connect_provider.github[*].arn) : var.oidc_provider_arn
}

# AWS verifies the issuer by its certificate chain: a thumbprint would only be one more thing to go stale.
resource "aws_iam_openid_connect_provider" "github" {
  count = var.oidc_provider_arn == null ? 1 : 0

  url            = var.issuer_url
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "this" {
  for_each = local.roles

  name                 = "${var.name}-${each.key}"
  description          = each.value
  assume_role_policy   = data.aws_iam_policy_document.trust[each.key].json
  permissions_boundary = aws_iam_policy.release_boundary.arn
  max_session_duration = 3600
}

locals {
  roles = {
    plan    = "Plans ${var.name} with Terraform: reads, and changes nothing."
    apply   = "Applies ${var.name} with Terraform."
    migrate = "Migrates the databases of ${var.name}."
    deploy  = "Deploys to ${var.name}."
    verify  = "Verifies ${var.name}."
  }
}
