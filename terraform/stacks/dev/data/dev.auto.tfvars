instance_class        = "db.t4g.medium"
multi_az              = false
allocated_storage     = 20
max_allocated_storage = 100
