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
    defaults = { name = "us-east-1" }
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
  }

  expect_failures = [var.cidr_block, var.availability_zones, var.nat, var.flow_log_retention_days]
}
