CREATE TABLE release_events (
  tenant_id uuid NOT NULL REFERENCES tenants (id),
  -- The tenant's own, without a gap, in the order of the commits: a reader that has seen one has seen all before it.
  position bigint NOT NULL CHECK (position > 0),
  release_id uuid NOT NULL REFERENCES releases (id),
  -- An event is known by both: CloudEvents 1.0.
  source text NOT NULL,
  event_id uuid NOT NULL,
  event jsonb NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, position),
  UNIQUE (tenant_id, source, event_id)
);
CREATE INDEX release_events_by_release ON release_events (release_id, position);
GRANT SELECT, INSERT ON release_events TO onex_api;
