cidr_block          = "10.20.0.0/16"
availability_zones  = { us-east-1a = 0, us-east-1b = 1, us-east-1c = 2 }
nat                 = "single"
interface_endpoints = {}
