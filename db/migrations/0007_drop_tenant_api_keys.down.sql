CREATE TABLE tenant_api_keys (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id),
  name text NOT NULL,
  prefix text NOT NULL UNIQUE,
  key_sha256 bytea NOT NULL CHECK (octet_length(key_sha256) = 32),
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX tenant_api_keys_by_tenant ON tenant_api_keys (tenant_id);
