output "vpc_id" {
  description = "Id of the network."
  value       = module.network.vpc_id
}

output "private_subnet_ids" {
  description = "Ids of the private subnets, by zone."
  value       = module.network.private_subnet_ids
}
