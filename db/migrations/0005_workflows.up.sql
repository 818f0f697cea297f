CREATE TABLE workflows (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id),
  type text NOT NULL CHECK (type ~ '^[a-z][a-z0-9-]{0,62}$'),
  payload jsonb NOT NULL,
  -- Of the request's body: the same idempotency key with another body is a mistake.
  request_sha256 bytea NOT NULL CHECK (octet_length(request_sha256) = 32),
  idempotency_key text CHECK (length(idempotency_key) BETWEEN 1 AND 255),
  -- `sub` of the token, or the id of the API key.
  requested_by text NOT NULL,
  accepted_at timestamptz NOT NULL,
  event_id uuid NOT NULL,
  UNIQUE (tenant_id, idempotency_key)
);
GRANT SELECT, INSERT ON workflows TO onex_api;
