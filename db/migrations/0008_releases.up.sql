-- What the actions report of a workflow run that releases. What it comes to is worked out of its events, and not kept.
CREATE TABLE releases (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id),
  repository text NOT NULL CHECK (length(repository) BETWEEN 3 AND 200),
  run_id text NOT NULL CHECK (run_id ~ '^[0-9]{1,20}$'),
  -- When it was first heard of.
  created_at timestamptz NOT NULL,
  UNIQUE (tenant_id, repository, run_id)
);
CREATE INDEX releases_by_tenant ON releases (tenant_id, created_at, id);
GRANT SELECT, INSERT ON releases TO onex_api;
