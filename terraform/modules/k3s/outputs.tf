output "api_endpoint" {
  description = "Address of the Kubernetes API, from within the network."
  value       = "https://${aws_lb.api.dns_name}:6443"
}

output "audience" {
  description = "Audience that a job asks its ID token for to use the API."
  value       = var.github.audience
}

output "node_security_group_ids" {
  description = "Security groups of the nodes: `servers` and `agents`."
  value       = { servers = aws_security_group.servers.id, agents = aws_security_group.agents.id }
}

output "api_security_group_id" {
  description = "Security group of the load balancer before the API."
  value       = aws_security_group.api.id
}

output "node_role_arns" {
  description = "Roles of the machines: `server` and `agent`."
  value       = { for name, role in aws_iam_role.this : name => role.arn }
}

output "server_ids" {
  description = "Ids of the servers, by zone; `aws ssm start-session --target` opens one."
  value       = { for zone, server in aws_instance.server : zone => server.id }
}

output "token_parameters" {
  description = "Names of the parameters that the first server writes the tokens to: `server` and `agent`."
  value       = local.token_parameters
}

output "snapshot_bucket" {
  description = "Bucket of the etcd snapshots."
  value       = aws_s3_bucket.snapshots.id
}

output "kms_key_arn" {
  description = "Key of disks, tokens and snapshots."
  value       = aws_kms_key.this.arn
}

output "user_data" {
  description = "What the machines run when they start: `server` and `agent`. It holds no secret."
  value       = { server = local.server_user_data, agent = local.agent_user_data }
}
