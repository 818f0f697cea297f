k3s_version          = "v1.35.0+k3s1"
k3s_sha256           = "c0b1673a1f2b740cb7bb08355c885efb6a4aa5c8022e5bb306c621c8c1492883"
server_instance_type = "t4g.medium"
agent_instance_type  = "m7g.large"
agents               = { min = 1, max = 3 }
