locals {
  k3s_url = "${var.k3s_download_base}/${urlencode(var.k3s_version)}/${var.architecture == "arm64" ? "k3s-arm64" : "k3s"}"

  # Source: the hardening guide of k3s, and what Redpanda and Memgraph ask of their nodes.
  sysctls = {
    "vm.panic_on_oom"                    = 0
    "vm.overcommit_memory"               = 1
    "kernel.panic"                       = 10
    "kernel.panic_on_oops"               = 1
    "kernel.keys.root_maxbytes"          = 25000000
    "fs.inotify.max_user_instances"      = 8192
    "fs.inotify.max_user_watches"        = 524288
    "net.ipv4.ip_forward"                = 1
    "net.bridge.bridge-nf-call-iptables" = 1
    "fs.aio-max-nr"                      = 1048576
    "vm.max_map_count"                   = 262144
  }

  tls_suites = join(",", [
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305",
  ])

  node_config = {
    "protect-kernel-defaults" = true
    "kubelet-arg" = [
      "streaming-connection-idle-timeout=5m",
      "tls-cipher-suites=${local.tls_suites}",
      "make-iptables-util-chains=true",
    ]
  }

  issuers = var.service_account_issuer == null ? [] : [
    "service-account-issuer=${var.service_account_issuer}",
    # Tokens that were made before keep counting.
    "service-account-issuer=https://kubernetes.default.svc.cluster.local",
    "service-account-jwks-uri=${var.service_account_issuer}/openid/v1/jwks",
  ]

  server_config = merge(local.node_config, {
    "token-file"            = "/etc/rancher/k3s/server-token"
    "agent-token-file"      = "/etc/rancher/k3s/agent-token"
    "tls-san"               = [aws_lb.api.dns_name]
    "write-kubeconfig-mode" = "0600"
    "secrets-encryption"    = true
    "flannel-backend"       = var.flannel_backend
    "disable"               = var.disabled_components
    "node-taint"            = var.server_taints

    "etcd-snapshot-schedule-cron" = var.snapshot_schedule
    "etcd-snapshot-retention"     = 5
    "etcd-expose-metrics"         = false

    "kube-apiserver-arg" = concat([
      "authentication-config=/etc/rancher/k3s/authentication.yaml",
      "admission-control-config-file=/etc/rancher/k3s/admission.yaml",
      "enable-admission-plugins=NodeRestriction,EventRateLimit",
      "audit-policy-file=/etc/rancher/k3s/audit.yaml",
      "audit-log-path=/var/lib/rancher/k3s/server/logs/audit.log",
      "audit-log-maxage=30",
      "audit-log-maxbackup=10",
      "audit-log-maxsize=100",
      "service-account-extend-token-expiration=false",
      "tls-cipher-suites=${local.tls_suites}",
    ], local.issuers)
    "kube-controller-manager-arg" = ["terminated-pod-gc-threshold=100"]
  })

  agent_config = merge(local.node_config, {
    "server"       = "https://${aws_lb.api.dns_name}:6443"
    "token-file"   = "/etc/rancher/k3s/agent-token"
    "with-node-id" = true
    "node-label"   = var.agent_labels
  })

  unit = <<-UNIT
    [Unit]
    Description=k3s
    Wants=network-online.target
    After=network-online.target

    [Service]
    Type=notify
    ExecStart=/usr/local/bin/k3s %s
    KillMode=process
    Delegate=yes
    LimitNOFILE=1048576
    LimitNPROC=infinity
    LimitCORE=infinity
    TasksMax=infinity
    TimeoutStartSec=0
    Restart=always
    RestartSec=5s

    [Install]
    WantedBy=multi-user.target
  UNIT

  node_files = {
    "/etc/sysctl.d/90-k3s.conf"    = join("\n", [for name, value in local.sysctls : "${name} = ${value}"])
    "/etc/modules-load.d/k3s.conf" = "overlay\nbr_netfilter\n"
  }

  server_files = merge(local.node_files, {
    "/etc/rancher/k3s/config.yaml"              = yamlencode(local.server_config)
    "/etc/rancher/k3s/authentication.yaml"      = yamlencode(local.authentication)
    "/etc/rancher/k3s/admission.yaml"           = yamlencode(local.admission)
    "/etc/rancher/k3s/event-limits.yaml"        = yamlencode(local.event_limits)
    "/etc/rancher/k3s/audit.yaml"               = yamlencode(local.audit)
    "/etc/systemd/system/k3s.service"           = format(local.unit, "server")
    "/etc/systemd/system/k3s-snapshots.service" = <<-UNIT
      [Unit]
      Description=Carries etcd snapshots into their bucket

      [Service]
      Type=oneshot
      Environment=AWS_DEFAULT_REGION=${local.region}
      ExecCondition=/usr/bin/test -d /var/lib/rancher/k3s/server/db/snapshots
      ExecStart=/usr/bin/aws s3 sync --no-progress /var/lib/rancher/k3s/server/db/snapshots s3://${aws_s3_bucket.snapshots.id}/etcd/%H/
    UNIT
    "/etc/systemd/system/k3s-snapshots.timer"   = <<-UNIT
      [Unit]
      Description=Carries etcd snapshots into their bucket

      [Timer]
      OnBootSec=10min
      OnUnitActiveSec=10min

      [Install]
      WantedBy=timers.target
    UNIT
  })

  agent_files = merge(local.node_files, {
    "/etc/rancher/k3s/config.yaml"    = yamlencode(local.agent_config)
    "/etc/systemd/system/k3s.service" = format(local.unit, "agent")
  })

  node_script = {
    name       = var.name
    region     = local.region
    k3s_url    = local.k3s_url
    k3s_sha256 = var.k3s_sha256
    api        = aws_lb.api.dns_name
    bucket     = aws_s3_bucket.snapshots.id
    marker     = local.marker
    key        = aws_kms_key.this.arn
  }

  server_user_data = templatefile("${path.module}/templates/node.sh.tftpl", merge(local.node_script, {
    role  = "server"
    files = local.server_files
    tokens = {
      "server-token" = local.token_parameters.server
      "agent-token"  = local.token_parameters.agent
    }
  }))

  agent_user_data = templatefile("${path.module}/templates/node.sh.tftpl", merge(local.node_script, {
    role   = "agent"
    files  = local.agent_files
    tokens = { "agent-token" = local.token_parameters.agent }
  }))
}
