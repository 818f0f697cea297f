resource "aws_lb" "api" {
  name                             = "${var.name}-api"
  load_balancer_type               = "network"
  internal                         = true
  subnets                          = values(var.server_subnet_ids)
  security_groups                  = [aws_security_group.api.id]
  enable_cross_zone_load_balancing = true
  enable_deletion_protection       = var.deletion_protection

  dynamic "access_logs" {
    for_each = var.access_log_bucket == null ? [] : [var.access_log_bucket]

    content {
      enabled = true
      bucket  = access_logs.value
      prefix  = var.name
    }
  }

  tags = { Name = "${var.name}-api" }
}

resource "aws_lb_target_group" "api" {
  name     = "${var.name}-api"
  vpc_id   = var.vpc_id
  protocol = "TCP"
  port     = 6443
  # A server that joins through the balancer would be sent to itself.
  preserve_client_ip   = false
  deregistration_delay = 30

  # Answered by k3s itself, without authentication.
  health_check {
    protocol            = "HTTPS"
    path                = "/ping"
    port                = "6443"
    interval            = 10
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

resource "aws_lb_target_group_attachment" "server" {
  for_each = aws_instance.server

  target_group_arn = aws_lb_target_group.api.arn
  target_id        = each.value.id
  port             = 6443
}

resource "aws_lb_listener" "api" {
  load_balancer_arn = aws_lb.api.arn
  protocol          = "TCP"
  port              = 6443

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}
