output "role_arns" {
  description = "ARNs of the roles: plan, apply, migrate, deploy and verify."
  value       = { for key, role in aws_iam_role.this : key => role.arn }
}

output "provider_arn" {
  description = "ARN of the OIDC provider."
  value       = local.provider
}

output "permissions_boundary_arn" {
  description = "ARN of the policy that every role which the stacks make must be bounded by."
  value       = aws_iam_policy.boundary.arn
}
