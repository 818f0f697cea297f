data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.id

  # What nodes talk to each other over: VXLAN, or WireGuard when the network between them is not trusted.
  overlay_port = { vxlan = 8472, wireguard-native = 51820 }[var.flannel_backend]
}
