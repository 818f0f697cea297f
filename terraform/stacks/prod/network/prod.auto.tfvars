cidr_block         = "10.0.0.0/16"
availability_zones = { us-east-1a = 0, us-east-1b = 1, us-east-1c = 2 }
nat                = "per_az"

# What nodes are reached and watched by does not go through the NAT gateways.
interface_endpoints = { ssm = {}, ssmmessages = {}, ec2messages = {}, kms = {}, logs = {}, sts = {} }
