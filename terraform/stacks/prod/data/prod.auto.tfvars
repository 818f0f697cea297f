instance_class        = "db.m8g.large"
multi_az              = true
allocated_storage     = 200
max_allocated_storage = 1000
