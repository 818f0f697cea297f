locals {
  # As in k8s/trust: pull requests preview whatever environment they name; so do, outside of one, the merge queue, a
  # schedule and a person. A push outside of an environment may do nothing.
  github_groups = join(" : ", concat(
    ["claims.event_name.startsWith(\"pull_request\") ? ${jsonencode(var.github.preview_groups)}"],
    [
      for environment, groups in var.github.environment_groups :
      "has(claims.environment) && claims.environment == ${jsonencode(environment)} ? ${jsonencode(groups)}"
    ],
    ["!has(claims.environment) && claims.event_name in [\"merge_group\", \"schedule\", \"workflow_dispatch\"] ? ${jsonencode(var.github.preview_groups)}"],
    ["[]"],
  ))

  github_refs = jsonencode([for branch in sort(var.github.branches) : "refs/heads/${branch}"])

  # Of those who release; a rule without groups would be about everybody.
  release_groups = sort(distinct(flatten(values(var.github.environment_groups))))

  # k3s itself refuses anonymous requests, by a flag that this file may not repeat.
  authentication = {
    apiVersion = "apiserver.config.k8s.io/v1"
    kind       = "AuthenticationConfiguration"
    jwt = [{
      issuer = merge(
        { url = var.github.issuer_url, audiences = [var.github.audience] },
        var.github.issuer_ca == null ? {} : { certificateAuthority = var.github.issuer_ca },
        var.github.discovery_url == null ? {} : { discoveryURL = var.github.discovery_url },
      )
      # By number: a name can be registered again by somebody else.
      claimValidationRules = [
        {
          expression = "claims.repository_id in ${jsonencode(sort(var.github.repository_ids))}"
          message    = "the repository is not trusted"
        },
        {
          expression = "!has(claims.environment) || claims.event_name.startsWith(\"pull_request\") || claims.ref in ${local.github_refs}"
          message    = "this branch is not released"
        },
        { expression = "claims.exp - claims.nbf <= 3600", message = "the token lives too long" },
      ]
      claimMappings = {
        username = { expression = "\"gha:\" + claims.repository + \":\" + claims.event_name" }
        groups   = { expression = local.github_groups }
        extra    = [{ key = "github.com/run-id", valueExpression = "claims.run_id" }]
      }
      userValidationRules = [
        { expression = "!user.username.startsWith(\"system:\")", message = "the name is reserved" },
        { expression = "user.groups.all(group, !group.startsWith(\"system:\"))", message = "the group is reserved" },
      ]
    }]
  }

  admission = {
    apiVersion = "apiserver.config.k8s.io/v1"
    kind       = "AdmissionConfiguration"
    plugins = [
      {
        name = "PodSecurity"
        configuration = {
          apiVersion = "pod-security.admission.config.k8s.io/v1"
          kind       = "PodSecurityConfiguration"
          defaults = {
            enforce           = "restricted"
            "enforce-version" = "latest"
            audit             = "restricted"
            "audit-version"   = "latest"
            warn              = "restricted"
            "warn-version"    = "latest"
          }
          exemptions = {
            usernames      = []
            runtimeClasses = []
            namespaces     = sort(concat(["kube-system"], var.unrestricted_namespaces))
          }
        }
      },
      { name = "EventRateLimit", path = "/etc/rancher/k3s/event-limits.yaml" },
    ]
  }

  event_limits = {
    apiVersion = "eventratelimit.admission.k8s.io/v1alpha1"
    kind       = "Configuration"
    limits = [
      { type = "Server", qps = 5000, burst = 20000 },
      { type = "Namespace", qps = 50, burst = 100, cacheSize = 2000 },
    ]
  }

  # Who did what to which object; of secrets and tokens never the content, and of reads only that they happened.
  audit = {
    apiVersion = "audit.k8s.io/v1"
    kind       = "Policy"
    omitStages = ["RequestReceived"]
    rules = concat([
      { level = "None", nonResourceURLs = ["/healthz*", "/livez*", "/readyz*", "/version", "/openapi/*"] },
      { level = "None", users = ["system:kube-proxy"], verbs = ["watch"] },
      { level = "None", resources = [{ group = "", resources = ["events"] }, { group = "coordination.k8s.io", resources = ["leases"] }] },
      {
        level = "Metadata"
        resources = [
          { group = "", resources = ["secrets", "configmaps", "serviceaccounts/token"] },
          { group = "authentication.k8s.io", resources = ["tokenreviews"] },
        ]
      },
      { level = "Metadata", verbs = ["get", "list", "watch"] },
      ], [
      for groups in [local.release_groups] :
      { level = "RequestResponse", userGroups = groups, verbs = ["create", "update", "patch", "delete", "deletecollection"] } if length(groups) > 0
      ], [
      { level = "Request", verbs = ["create", "update", "patch", "delete", "deletecollection"] },
      { level = "Metadata" },
    ])
  }
}
