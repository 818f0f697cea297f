output "address" {
  description = "Host name of the server, for database URLs."
  value       = aws_db_instance.this.address
}

output "port" {
  description = "Its port."
  value       = aws_db_instance.this.port
}

output "database_name" {
  description = "The database that was made with it."
  value       = aws_db_instance.this.db_name
}

output "resource_id" {
  description = "What IAM calls the server in `rds-db:connect`."
  value       = aws_db_instance.this.resource_id
}

output "iam_user_arns" {
  description = "What a role must be allowed to `rds-db:connect` to, by database user."
  value = {
    for user in var.iam_users : user => "arn:${data.aws_partition.current.partition}:rds-db:${data.aws_region.current.id}:${data.aws_caller_identity.current.account_id}:dbuser:${aws_db_instance.this.resource_id}/${user}"
  }
}

output "master_user_secret_arn" {
  description = "The secret with the administrator's password, which RDS rotates."
  value       = one(aws_db_instance.this.master_user_secret[*].secret_arn)
}

output "security_group_id" {
  description = "Security group of the server."
  value       = aws_security_group.this.id
}

output "kms_key_arn" {
  description = "Key that its storage, backups and logs are encrypted with."
  value       = aws_kms_key.this.arn
}
