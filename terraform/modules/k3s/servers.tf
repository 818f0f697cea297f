# Single machines, not a group: members of etcd are not cattle.
resource "aws_instance" "server" {
  for_each = var.server_subnet_ids

  ami                         = var.ami_id
  instance_type               = var.server_instance_type
  subnet_id                   = each.value
  vpc_security_group_ids      = [aws_security_group.servers.id]
  iam_instance_profile        = aws_iam_instance_profile.this["server"].name
  ebs_optimized               = true
  monitoring                  = true
  associate_public_ip_address = false
  disable_api_termination     = var.deletion_protection

  user_data = local.server_user_data

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
    # Not one more: pods must not get the credentials of their node.
    http_put_response_hop_limit = 1
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = var.server_disk_gib
    encrypted   = true
    kms_key_id  = aws_kms_key.this.arn

    tags = { Name = "${var.name}-server-${each.key}" }
  }

  tags = { Name = "${var.name}-server-${each.key}" }

  # A new image or configuration reaches a server when somebody replaces it, one at a time: see the README. All at
  # once would be the end of etcd.
  lifecycle {
    ignore_changes = [ami, user_data]
  }

  # What it does first needs both.
  depends_on = [aws_iam_role_policy.node, aws_s3_bucket_server_side_encryption_configuration.snapshots]
}
