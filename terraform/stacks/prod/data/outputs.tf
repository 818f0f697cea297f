output "database" {
  description = "Where the database is: for the inputs of migrate, and for the services."
  value = {
    address = module.data.address
    port    = module.data.port
    name    = module.data.database_name
  }
}

output "iam_user_arns" {
  description = "What a role must be allowed to `rds-db:connect` to, by database user."
  value       = module.data.iam_user_arns
}
