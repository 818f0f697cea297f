output "role_arns" {
  description = "ARNs of the roles: plan and apply."
  value       = { for key, role in aws_iam_role.this : key => role.arn }
}

output "provider_arn" {
  description = "ARN of the OIDC provider."
  value       = aws_iam_openid_connect_provider.github.arn
}
