mock_provider "aws" {
  # What must not be destroyed cannot be applied in a test either: it could not be cleaned up.
  override_during = plan

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/mock" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
  }
  mock_resource "aws_iam_instance_profile" {
    defaults = { arn = "arn:aws:iam::123456789012:instance-profile/mock" }
  }
  mock_resource "aws_s3_bucket" {
    defaults = {
      id  = "omninode-dev-etcd-mock"
      arn = "arn:aws:s3:::omninode-dev-etcd-mock"
    }
  }
  mock_resource "aws_lb" {
    defaults = {
      arn      = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/mock/1"
      dns_name = "api.mock.example"
    }
  }
  mock_resource "aws_lb_target_group" {
    defaults = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/mock/1" }
  }
  mock_resource "aws_launch_template" {
    defaults = {
      id             = "lt-0123456789abcdef0"
      latest_version = 1
    }
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
  name              = "omninode-dev"
  vpc_id            = "vpc-1"
  vpc_cidr_block    = "10.20.0.0/16"
  server_subnet_ids = { us-east-1a = "subnet-a", us-east-1b = "subnet-b", us-east-1c = "subnet-c" }
  agent_subnet_ids  = { us-east-1a = "subnet-a", us-east-1b = "subnet-b" }
  ami_id            = "ami-0123456789abcdef0"
  k3s_version       = "v1.35.0+k3s1"
  k3s_sha256        = "c0b1673a1f2b740cb7bb08355c885efb6a4aa5c8022e5bb306c621c8c1492883"
  agents            = { min = 1, max = 3 }
  github = {
    repository_ids     = ["123456"]
    audience           = "omninode-dev"
    environment_groups = { dev = ["gha:deploy"], dev-verify = ["gha:verify"] }
    preview_groups     = ["gha:preview"]
  }
}

run "machines_are_closed" {
  command = plan

  assert {
    condition     = length(aws_instance.server) == 3 && alltrue([for server in aws_instance.server : server.metadata_options[0].http_tokens == "required" && server.metadata_options[0].http_put_response_hop_limit == 1])
    error_message = "CKV_AWS_79, CKV_AWS_341: servers must answer only to IMDSv2, one hop away"
  }

  assert {
    condition     = aws_launch_template.agent.metadata_options[0].http_tokens == "required" && aws_launch_template.agent.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "CKV_AWS_79, CKV_AWS_341: agents must answer only to IMDSv2, one hop away"
  }

  assert {
    condition     = alltrue([for server in aws_instance.server : server.root_block_device[0].encrypted && server.root_block_device[0].kms_key_id == aws_kms_key.this.arn])
    error_message = "CKV_AWS_8: disks of servers must be encrypted with the cluster's key"
  }

  assert {
    condition     = aws_launch_template.agent.block_device_mappings[0].ebs[0].encrypted == "true" && aws_launch_template.agent.block_device_mappings[0].ebs[0].kms_key_id == aws_kms_key.this.arn
    error_message = "CKV_AWS_8: disks of agents must be encrypted with the cluster's key"
  }

  assert {
    condition     = alltrue([for server in aws_instance.server : !server.associate_public_ip_address]) && aws_launch_template.agent.key_name == null && aws_launch_template.agent.network_interfaces[0].associate_public_ip_address == "false"
    error_message = "CKV_AWS_88: no machine may have an SSH key or a public address"
  }

  assert {
    condition     = alltrue([for server in aws_instance.server : server.monitoring && server.ebs_optimized && server.disable_api_termination])
    error_message = "CKV_AWS_126, CKV_AWS_135: servers must be watched, and hard to end"
  }

  assert {
    condition     = alltrue([for server in aws_instance.server : server.iam_instance_profile != null])
    error_message = "CKV2_AWS_41: every machine must have a role"
  }
}

run "ports_are_exactly_those_of_k3s" {
  command = plan

  assert {
    condition = toset([
      for rule in aws_vpc_security_group_ingress_rule.this : "${rule.ip_protocol}/${rule.from_port}-${rule.to_port}"
    ]) == toset(["tcp/2379-2380", "tcp/6443-6443", "tcp/10250-10250", "udp/51820-51820"])
    error_message = "CKV_AWS_24, CKV_AWS_25, CKV_AWS_260: no other port may be open, least of all 22"
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.this : rule.cidr_ipv4 == null && rule.cidr_ipv6 == null])
    error_message = "machines must be let in by what they are, not by address"
  }

  assert {
    condition = alltrue(concat(
      [for rule in aws_vpc_security_group_ingress_rule.this : length(rule.description) > 0],
      [for rule in aws_vpc_security_group_egress_rule.internet : length(rule.description) > 0],
    ))
    error_message = "CKV_AWS_23: every rule must say what it is for"
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_egress_rule.internet : rule.from_port == 443 && rule.to_port == 443])
    error_message = "CKV_AWS_382: nodes may open HTTPS to the internet, and nothing else"
  }

  assert {
    condition     = alltrue([for name, rule in local.rules : name != "etcd" ? true : rule.from == "servers" && rule.to == "servers"])
    error_message = "etcd must be between servers alone"
  }
}

run "the_balancer_is_internal" {
  command = plan

  assert {
    condition     = aws_lb.api.internal && aws_lb.api.enable_deletion_protection && aws_lb.api.enable_cross_zone_load_balancing
    error_message = "CKV_AWS_150, CKV_AWS_152: the load balancer must be internal, protected, and serve across zones"
  }

  assert {
    condition     = aws_autoscaling_group.agents.launch_template[0].id == "lt-0123456789abcdef0"
    error_message = "CKV_AWS_315: agents must come from the launch template"
  }
}

run "snapshots_cannot_be_lost_or_seen" {
  command = plan

  assert {
    condition     = aws_s3_bucket_versioning.snapshots.versioning_configuration[0].status == "Enabled"
    error_message = "CKV_AWS_21: snapshots must be versioned"
  }

  assert {
    condition     = alltrue([for rule in aws_s3_bucket_server_side_encryption_configuration.snapshots.rule : rule.apply_server_side_encryption_by_default[0].kms_master_key_id == aws_kms_key.this.arn])
    error_message = "CKV_AWS_145: snapshots must be encrypted with the cluster's key"
  }

  assert {
    condition     = aws_s3_bucket_public_access_block.snapshots.block_public_acls && aws_s3_bucket_public_access_block.snapshots.block_public_policy && aws_s3_bucket_public_access_block.snapshots.ignore_public_acls && aws_s3_bucket_public_access_block.snapshots.restrict_public_buckets
    error_message = "CKV2_AWS_6: snapshots must never become public"
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.snapshots.rule[0].expiration[0].days == 30
    error_message = "CKV2_AWS_61: snapshots must expire"
  }
}

run "tokens_are_in_no_state_and_no_user_data" {
  command = plan

  assert {
    condition     = output.token_parameters == { server = "/omninode-dev/omninode-dev-etcd-mock/server-token", agent = "/omninode-dev/omninode-dev-etcd-mock/agent-token" }
    error_message = "every cluster must have tokens of its own"
  }

  assert {
    condition     = alltrue([for text in values(output.user_data) : strcontains(text, "aws ssm get-parameter --with-decryption")])
    error_message = "CKV_AWS_46: tokens must be fetched by the machine, not handed to it"
  }

  assert {
    condition     = !strcontains(output.user_data.agent, "server-token")
    error_message = "an agent must not know where the servers' token is"
  }

  assert {
    condition     = alltrue([for text in values(output.user_data) : length(text) < 16384])
    error_message = "AWS takes 16 KiB of user data at most"
  }
}

run "the_api_knows_jobs_by_number_and_environment" {
  command = plan

  assert {
    condition     = local.authentication.jwt[0].claimValidationRules[0].expression == "claims.repository_id in [\"123456\"]"
    error_message = "only the repository's number may decide"
  }

  assert {
    condition     = local.authentication.jwt[0].claimMappings.groups.expression == "claims.event_name.startsWith(\"pull_request\") ? [\"gha:preview\"] : has(claims.environment) && claims.environment == \"dev\" ? [\"gha:deploy\"] : has(claims.environment) && claims.environment == \"dev-verify\" ? [\"gha:verify\"] : !has(claims.environment) && claims.event_name in [\"merge_group\", \"schedule\", \"workflow_dispatch\"] ? [\"gha:preview\"] : []"
    error_message = "a pull request must be a preview whatever its environment, and no environment must give no group"
  }

  assert {
    condition     = local.authentication.jwt[0].issuer.audiences == ["omninode-dev"]
    error_message = "tokens must be made for this cluster"
  }
}

run "the_control_plane_is_hardened" {
  command = plan

  assert {
    condition     = local.server_config["protect-kernel-defaults"] && local.server_config["secrets-encryption"] && local.server_config["write-kubeconfig-mode"] == "0600"
    error_message = "the settings of the k3s hardening guide must be on"
  }

  assert {
    condition = alltrue([
      for flag in ["authentication-config=", "admission-control-config-file=", "audit-policy-file=", "audit-log-path=", "service-account-extend-token-expiration=false", "enable-admission-plugins=NodeRestriction,EventRateLimit"] :
      anytrue([for arg in local.server_config["kube-apiserver-arg"] : startswith(arg, flag)])
    ])
    error_message = "the API must check, limit and record"
  }

  assert {
    condition     = local.admission.plugins[0].configuration.defaults.enforce == "restricted" && local.admission.plugins[0].configuration.exemptions.namespaces == tolist(["kube-system"])
    error_message = "pods must be restricted everywhere but in kube-system"
  }

  assert {
    condition     = local.sysctls["fs.aio-max-nr"] >= 1048576 && local.sysctls["vm.max_map_count"] >= 262144 && local.sysctls["vm.overcommit_memory"] == 1
    error_message = "nodes must have what Redpanda, Memgraph and the kubelet need"
  }

  assert {
    condition     = length(regexall("sha256sum --check", output.user_data.server)) == 1 && strcontains(output.user_data.server, "v1.35.0%2Bk3s1/k3s-arm64")
    error_message = "the program must be the pinned one"
  }
}

run "service_accounts_can_be_trusted_by_aws" {
  command = plan

  variables {
    service_account_issuer = "https://oidc.example.com/dev"
    flannel_backend        = "vxlan"
  }

  assert {
    condition     = contains(local.server_config["kube-apiserver-arg"], "service-account-issuer=https://oidc.example.com/dev")
    error_message = "the issuer must be the published one"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.this["overlay-agents"].from_port == 8472
    error_message = "vxlan must have its port"
  }
}

run "refuses_what_cannot_work" {
  command = plan

  variables {
    name                    = "omninode--dev"
    vpc_cidr_block          = "10.20"
    server_subnet_ids       = { us-east-1a = "subnet-a" }
    agent_subnet_ids        = {}
    ami_id                  = "latest"
    architecture            = "riscv"
    k3s_version             = "v1.33.1+k3s1"
    k3s_sha256              = "none"
    k3s_download_base       = "http://example.com"
    agents                  = { min = 3, max = 1 }
    flannel_backend         = "none"
    service_account_issuer  = "http://example.com"
    snapshot_retention_days = 1
    github = {
      repository_ids     = ["omninode-ai/omninode_infra"]
      audience           = ""
      environment_groups = { "dev\"" = ["system:masters"] }
    }
  }

  expect_failures = [
    var.name,
    var.vpc_cidr_block,
    var.server_subnet_ids,
    var.agent_subnet_ids,
    var.ami_id,
    var.architecture,
    var.k3s_version,
    var.k3s_sha256,
    var.k3s_download_base,
    var.agents,
    var.flannel_backend,
    var.service_account_issuer,
    var.snapshot_retention_days,
    var.github,
  ]
}

# A load balancer's name has 32 characters, and dashes count.
run "refuses_a_name_that_is_too_long" {
  command = plan

  variables {
    name = "o-m-n-i-n-o-d-e-d-e-v-e-l-o-p"
  }

  expect_failures = [var.name]
}
