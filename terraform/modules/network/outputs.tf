output "vpc_id" {
  description = "Id of the network."
  value       = aws_vpc.this.id
}

output "cidr_block" {
  description = "IPv4 range of the network."
  value       = aws_vpc.this.cidr_block
}

output "public_subnet_ids" {
  description = "Ids of the public subnets, by zone."
  value       = { for zone, subnet in aws_subnet.public : zone => subnet.id }
}

output "private_subnet_ids" {
  description = "Ids of the private subnets, by zone."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.id }
}

output "private_route_table_ids" {
  description = "Ids of the route tables of the private subnets, by zone."
  value       = { for zone, table in aws_route_table.private : zone => table.id }
}

output "nat_public_ips" {
  description = "Addresses that connections to the internet come from, by zone of the gateway."
  value       = { for zone, address in aws_eip.nat : zone => address.public_ip }
}

output "endpoint_security_group_id" {
  description = "Security group of the interface endpoints; null without any."
  value       = one(aws_security_group.endpoints[*].id)
}
