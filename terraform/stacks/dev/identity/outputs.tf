output "role_arns" {
  description = "Roles for the inputs plan-role and aws-role."
  value       = module.identity.role_arns
}

output "permissions_boundary_arn" {
  description = "What bounds every role that the other stacks make."
  value       = module.identity.permissions_boundary_arn
}
