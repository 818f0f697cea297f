resource "aws_security_group" "servers" {
  name        = "${var.name}-servers"
  description = "Servers of ${var.name}."
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-servers" }
}

resource "aws_security_group" "agents" {
  name        = "${var.name}-agents"
  description = "Agents of ${var.name}."
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-agents" }
}

resource "aws_security_group" "api" {
  name        = "${var.name}-api"
  description = "Load balancer before the API of ${var.name}."
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-api" }
}

locals {
  groups = {
    servers = aws_security_group.servers.id
    agents  = aws_security_group.agents.id
    api     = aws_security_group.api.id
  }

  # Source: the requirements of k3s for an embedded etcd. Nobody has port 22.
  rules = {
    etcd            = { to = "servers", from = "servers", protocol = "tcp", first = 2379, last = 2380, why = "etcd between servers" }
    api-servers     = { to = "servers", from = "servers", protocol = "tcp", first = 6443, last = 6443, why = "API between servers" }
    api-agents      = { to = "servers", from = "agents", protocol = "tcp", first = 6443, last = 6443, why = "API from agents" }
    api-balancer    = { to = "servers", from = "api", protocol = "tcp", first = 6443, last = 6443, why = "API from the load balancer" }
    kubelet-servers = { to = "servers", from = "servers", protocol = "tcp", first = 10250, last = 10250, why = "kubelet from servers" }
    kubelet-metrics = { to = "servers", from = "agents", protocol = "tcp", first = 10250, last = 10250, why = "kubelet from the metrics server" }
    kubelet-agents  = { to = "agents", from = "servers", protocol = "tcp", first = 10250, last = 10250, why = "kubelet from servers" }
    kubelet-peers   = { to = "agents", from = "agents", protocol = "tcp", first = 10250, last = 10250, why = "kubelet from the metrics server" }
    overlay-servers = { to = "servers", from = "servers", protocol = "udp", first = local.overlay_port, last = local.overlay_port, why = "Pod network between servers" }
    overlay-up      = { to = "servers", from = "agents", protocol = "udp", first = local.overlay_port, last = local.overlay_port, why = "Pod network from agents" }
    overlay-down    = { to = "agents", from = "servers", protocol = "udp", first = local.overlay_port, last = local.overlay_port, why = "Pod network from servers" }
    overlay-agents  = { to = "agents", from = "agents", protocol = "udp", first = local.overlay_port, last = local.overlay_port, why = "Pod network between agents" }
    join-servers    = { to = "api", from = "servers", protocol = "tcp", first = 6443, last = 6443, why = "API from servers that join" }
    join-agents     = { to = "api", from = "agents", protocol = "tcp", first = 6443, last = 6443, why = "API from agents that join" }
  }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = local.rules

  security_group_id            = local.groups[each.value.to]
  referenced_security_group_id = local.groups[each.value.from]
  description                  = each.value.why
  ip_protocol                  = each.value.protocol
  from_port                    = each.value.first
  to_port                      = each.value.last
}

resource "aws_vpc_security_group_ingress_rule" "client" {
  for_each = var.api_client_security_group_ids

  security_group_id            = aws_security_group.api.id
  referenced_security_group_id = each.value
  description                  = "API from ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = 6443
  to_port                      = 6443
}

resource "aws_vpc_security_group_egress_rule" "api" {
  security_group_id            = aws_security_group.api.id
  referenced_security_group_id = aws_security_group.servers.id
  description                  = "API of the servers"
  ip_protocol                  = "tcp"
  from_port                    = 6443
  to_port                      = 6443
}

# Not to everywhere: nodes need each other, and HTTPS for images, AWS and what the platform calls.
resource "aws_vpc_security_group_egress_rule" "network" {
  for_each = { servers = aws_security_group.servers.id, agents = aws_security_group.agents.id }

  security_group_id = each.value
  cidr_ipv4         = var.vpc_cidr_block
  description       = "Everything within the network"
  ip_protocol       = "-1"
}

resource "aws_vpc_security_group_egress_rule" "internet" {
  for_each = merge([
    for role, group in { servers = aws_security_group.servers.id, agents = aws_security_group.agents.id } : {
      for port in var.egress_ports : "${role}-${port}" => { group = group, port = port }
    }
  ]...)

  security_group_id = each.value.group
  cidr_ipv4         = "0.0.0.0/0"
  description       = "TCP ${each.value.port} to the internet"
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}
