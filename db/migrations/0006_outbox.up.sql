-- Events that were committed with what they tell of, and are not at the broker yet. The relay removes them when they are.
CREATE TABLE outbox (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id uuid NOT NULL UNIQUE,
  topic text NOT NULL CHECK (topic ~ '^onex\.(cmd|evt)\.[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*\.v[1-9][0-9]*$'),
  -- Events with the same key are published in the order of their positions.
  key text NOT NULL,
  event jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON outbox TO onex_api;
