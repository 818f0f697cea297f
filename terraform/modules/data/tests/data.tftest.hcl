mock_provider "aws" {
  # What must not be destroyed cannot be applied in a test either: it could not be cleaned up.
  override_during = plan

  mock_resource "aws_kms_key" {
    defaults = {
      arn    = "arn:aws:kms:us-east-1:123456789012:key/mock"
      key_id = "mock"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/rds/mock" }
  }
  mock_resource "aws_db_instance" {
    defaults = { resource_id = "db-MOCK" }
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
  name                      = "omninode-dev"
  vpc_id                    = "vpc-1"
  subnet_ids                = { us-east-1a = "subnet-a", us-east-1b = "subnet-b" }
  client_security_group_ids = { nodes = "sg-nodes" }
  instance_class            = "db.t4g.medium"
  multi_az                  = false
  database_name             = "omninode_cloud"
  iam_users                 = ["migrate"]
}

run "keeps_what_it_holds" {
  command = plan

  assert {
    condition     = aws_db_instance.this.storage_encrypted && aws_kms_key.this.enable_key_rotation
    error_message = "CKV_AWS_16, CKV_AWS_7: storage must be encrypted with a key that rotates"
  }

  assert {
    condition     = aws_db_instance.this.deletion_protection && !aws_db_instance.this.skip_final_snapshot && !aws_db_instance.this.delete_automated_backups
    error_message = "CKV_AWS_293: the server must be hard to delete, and leave a snapshot and its backups"
  }

  assert {
    condition     = aws_db_instance.this.backup_retention_period >= 7 && aws_db_instance.this.copy_tags_to_snapshot
    error_message = "CKV_AWS_133, CKV2_AWS_60: there must be backups, with their tags"
  }

  assert {
    condition     = aws_db_instance.this.auto_minor_version_upgrade && aws_db_instance.this.engine_version == "18"
    error_message = "CKV_AWS_226: minor versions must come by themselves, and be pinned by nobody"
  }
}

run "lets_in_only_who_is_named_and_only_with_a_token" {
  command = plan

  assert {
    condition     = aws_db_instance.this.iam_database_authentication_enabled && aws_db_instance.this.manage_master_user_password && aws_db_instance.this.password == null
    error_message = "CKV_AWS_161: users must connect with IAM tokens, and no password may be in the state"
  }

  assert {
    condition     = one([for parameter in aws_db_parameter_group.this.parameter : parameter.value if parameter.name == "rds.force_ssl"]) == "1"
    error_message = "CKV2_AWS_69: connections without TLS must be refused"
  }

  assert {
    condition     = !aws_db_instance.this.publicly_accessible
    error_message = "CKV_AWS_17: the server must not be reachable from the internet"
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.client) == ["nodes"] && aws_vpc_security_group_ingress_rule.client["nodes"].referenced_security_group_id == "sg-nodes" && aws_vpc_security_group_ingress_rule.client["nodes"].from_port == 5432
    error_message = "only the named security groups may connect"
  }

  assert {
    condition     = output.iam_user_arns == { migrate = "arn:aws:rds-db:us-east-1:123456789012:dbuser:db-MOCK/migrate" }
    error_message = "the output must have what a role must be allowed to connect to"
  }
}

run "tells_how_it_does" {
  command = plan

  assert {
    condition     = aws_db_instance.this.performance_insights_enabled && aws_db_instance.this.performance_insights_kms_key_id == aws_kms_key.this.arn
    error_message = "CKV_AWS_353, CKV_AWS_354: insights must be on and encrypted"
  }

  assert {
    condition     = aws_db_instance.this.monitoring_interval > 0 && contains(aws_db_instance.this.enabled_cloudwatch_logs_exports, "postgresql")
    error_message = "CKV_AWS_118, CKV_AWS_129: monitoring and logs must be on"
  }

  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.kms_key_id == aws_kms_key.this.arn && group.retention_in_days >= 365])
    error_message = "CKV_AWS_158, CKV_AWS_338: logs must be encrypted and kept for a year"
  }
}

run "refuses_what_cannot_work" {
  command = plan

  variables {
    name                  = "Omninode--dev"
    subnet_ids            = { us-east-1a = "subnet-a" }
    engine_version        = "18.1"
    instance_class        = "t4g.medium"
    allocated_storage     = 10
    database_name         = "omninode-cloud"
    master_username       = "postgres"
    backup_retention_days = 1
    log_retention_days    = 30
  }

  expect_failures = [
    var.name,
    var.subnet_ids,
    var.engine_version,
    var.instance_class,
    var.allocated_storage,
    var.database_name,
    var.master_username,
    var.backup_retention_days,
    var.log_retention_days,
  ]
}

run "refuses_storage_that_cannot_grow" {
  command = plan

  variables {
    allocated_storage     = 100
    max_allocated_storage = 110
  }

  expect_failures = [var.max_allocated_storage]
}
