-- A key is proven by its HMAC, whose pepper is not in the database: whoever reads this table can try no key against it.
CREATE TABLE api_keys (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  prefix text NOT NULL UNIQUE CHECK (prefix ~ '^[a-z0-9]{12}$'),
  hmac bytea NOT NULL CHECK (octet_length(hmac) = 32),
  scopes text[] NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz CHECK (expires_at > created_at),
  revoked_at timestamptz,
  -- The key that took this one's place; this one ends when their overlap does.
  rotated_to uuid REFERENCES api_keys (id),
  last_used_at timestamptz
);
CREATE INDEX api_keys_by_tenant ON api_keys (tenant_id, created_at, id);
CREATE INDEX api_keys_by_rotated_to ON api_keys (rotated_to);
GRANT SELECT ON tenants TO onex_api;
GRANT SELECT, INSERT, UPDATE (expires_at, revoked_at, rotated_to, last_used_at) ON api_keys TO onex_api;
