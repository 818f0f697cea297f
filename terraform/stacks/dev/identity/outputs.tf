output "role_arns" {
  description = "Roles for the inputs plan-role and aws-role."
  value       = module.identity.role_arns
}
