resource "aws_launch_template" "agent" {
  name                   = "${var.name}-agent"
  description            = "Agents of ${var.name}."
  image_id               = var.ami_id
  instance_type          = var.agent_instance_type
  ebs_optimized          = true
  update_default_version = true
  user_data              = base64encode(local.agent_user_data)

  iam_instance_profile {
    arn = aws_iam_instance_profile.this["agent"].arn
  }

  network_interfaces {
    associate_public_ip_address = false
    delete_on_termination       = true
    security_groups             = concat([aws_security_group.agents.id], var.agent_security_group_ids)
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = var.agent_disk_gib
      encrypted             = true
      kms_key_id            = aws_kms_key.this.arn
      delete_on_termination = true
    }
  }

  monitoring {
    enabled = true
  }

  tag_specifications {
    resource_type = "instance"
    tags          = { Name = "${var.name}-agent" }
  }

  tag_specifications {
    resource_type = "volume"
    tags          = { Name = "${var.name}-agent" }
  }
}

resource "aws_autoscaling_group" "agents" {
  name                = "${var.name}-agents"
  min_size            = var.agents.min
  max_size            = var.agents.max
  vpc_zone_identifier = values(var.agent_subnet_ids)

  # What k3s does to start takes a while; until then a machine counts as whole.
  health_check_type         = "EC2"
  health_check_grace_period = 300

  launch_template {
    id      = aws_launch_template.agent.id
    version = aws_launch_template.agent.latest_version
  }

  # A new image, version or setting replaces agents a few at a time.
  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 90
      max_healthy_percentage = 120
      instance_warmup        = 300
    }
  }

  tag {
    key                 = "Name"
    value               = "${var.name}-agent"
    propagate_at_launch = true
  }

  # An autoscaler may have decided otherwise in the meantime.
  lifecycle {
    ignore_changes = [desired_capacity]
  }

  depends_on = [aws_lb_listener.api]
}
