locals {
  # Made by the server that makes the cluster. Terraform does not know them: whoever refreshes a parameter reads it, and
  # a pull request may run any code while it is planned. Under the name of the bucket, so that a cluster that is made
  # anew does not find those of the one before.
  token_parameters = {
    for role in ["server", "agent"] : role => "/${var.name}/${aws_s3_bucket.snapshots.id}/${role}-token"
  }

  token_arns = {
    for role, name in local.token_parameters : role => "arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${name}"
  }
}
