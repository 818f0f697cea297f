mock_provider "aws" {
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/mock" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:/vpc/mock" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Statement\":[]}" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
}

variables {
  name               = "omninode-dev"
  cidr_block         = "10.20.0.0/16"
  availability_zones = { us-east-1a = 0, us-east-1b = 1 }
  nat                = "single"
}

run "plans_addresses_by_zone" {
  command = apply

  assert {
    condition     = aws_subnet.public["us-east-1b"].cidr_block == "10.20.16.0/20" && aws_subnet.private["us-east-1b"].cidr_block == "10.20.144.0/20"
    error_message = "a zone's ranges must follow from its place alone"
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : !subnet.map_public_ip_on_launch])
    error_message = "no instance may get a public address by default"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_route.nat) == 2
    error_message = "a single gateway must serve every zone"
  }

  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL" && aws_cloudwatch_log_group.flow_logs.retention_in_days >= 365
    error_message = "all traffic must be logged, for a year"
  }
}

run "leaves_nothing_open_that_aws_makes" {
  command = apply

  assert {
    condition     = length(aws_default_security_group.this.ingress) == 0 && length(aws_default_security_group.this.egress) == 0
    error_message = "CKV2_AWS_12: the default security group must let nothing through"
  }

  assert {
    condition     = length(aws_default_route_table.this.route) == 0
    error_message = "the default route table must lead nowhere"
  }

  assert {
    condition     = aws_flow_log.this.vpc_id == aws_vpc.this.id && aws_flow_log.this.max_aggregation_interval == 60
    error_message = "CKV2_AWS_11: the network must have flow logs"
  }

  assert {
    condition     = aws_kms_key.flow_logs.enable_key_rotation && aws_cloudwatch_log_group.flow_logs.kms_key_id == aws_kms_key.flow_logs.arn
    error_message = "CKV_AWS_7, CKV_AWS_158: flow logs must be encrypted with a key that rotates"
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.private : subnet.tags["kubernetes.io/role/internal-elb"] == "1"]) && alltrue([for subnet in aws_subnet.public : subnet.tags["kubernetes.io/role/elb"] == "1"])
    error_message = "load balancers of Kubernetes must find their subnets"
  }
}

run "reaches_services_from_within" {
  command = apply

  variables {
    nat                 = "none"
    interface_endpoints = { ssm = {}, "ecr.api" = { policy = "{\"Statement\":[]}" } }
  }

  assert {
    condition     = aws_vpc_endpoint.interface["ecr.api"].service_name == "com.amazonaws.us-east-1.ecr.api" && aws_vpc_endpoint.interface["ssm"].private_dns_enabled
    error_message = "every service must have an endpoint under its own name"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints[0].cidr_ipv4 == "10.20.0.0/16" && aws_vpc_security_group_ingress_rule.endpoints[0].from_port == 443 && aws_vpc_security_group_ingress_rule.endpoints[0].to_port == 443
    error_message = "CKV_AWS_24, CKV_AWS_25, CKV_AWS_260: endpoints must admit HTTPS from within the network alone"
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.endpoints : rule.description != ""])
    error_message = "CKV_AWS_23: every rule must say what it is for"
  }
}

run "has_a_gateway_for_each_zone" {
  command = plan

  variables {
    nat = "per_az"
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["us-east-1a", "us-east-1b"]
    error_message = "per_az must make a gateway for each zone"
  }
}

run "adding_a_zone_renumbers_none" {
  command = plan

  variables {
    availability_zones = { us-east-1a = 0, us-east-1b = 1, us-east-1c = 2 }
  }

  assert {
    condition     = aws_subnet.private["us-east-1a"].cidr_block == "10.20.128.0/20"
    error_message = "the ranges of a zone must stay when another one is added"
  }
}

run "makes_no_gateway_when_none_is_wanted" {
  command = plan

  variables {
    nat = "none"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_route.nat) == 0
    error_message = "nat = none must make neither gateways nor routes"
  }
}

run "refuses_what_cannot_work" {
  command = plan

  variables {
    cidr_block              = "10.20.0.0/28"
    availability_zones      = { us-east-1a = 0, us-east-1b = 0 }
    nat                     = "some"
    flow_log_retention_days = 7
    interface_endpoints     = { s3 = {} }
    name                    = "Omninode"
  }

  expect_failures = [var.name, var.cidr_block, var.availability_zones, var.nat, var.flow_log_retention_days, var.interface_endpoints]
}

run "refuses_places_outside_the_plan" {
  command = plan

  variables {
    availability_zones = { us-east-1a = 8 }
  }

  expect_failures = [var.availability_zones]
}
