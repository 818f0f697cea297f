output "vpc_id" {
  description = "Id of the network."
  value       = module.network.vpc_id
}

output "cidr_block" {
  description = "IPv4 range of the network."
  value       = module.network.cidr_block
}

output "private_subnet_ids" {
  description = "Ids of the private subnets, by zone."
  value       = module.network.private_subnet_ids
}
