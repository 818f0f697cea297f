output "api_endpoint" {
  description = "Address of the Kubernetes API, for the input api-server of deploy."
  value       = module.k3s.api_endpoint
}

output "node_security_group_ids" {
  description = "Security groups of the nodes."
  value       = module.k3s.node_security_group_ids
}

output "server_ids" {
  description = "Ids of the servers, by zone."
  value       = module.k3s.server_ids
}

output "snapshot_bucket" {
  description = "Bucket of the etcd snapshots."
  value       = module.k3s.snapshot_bucket
}
