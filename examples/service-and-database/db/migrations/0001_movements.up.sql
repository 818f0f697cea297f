-- What came in and what went out; the stock is their sum.
CREATE TABLE movements (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product text NOT NULL,
  amount integer NOT NULL CHECK (amount <> 0),
  moved_at timestamptz NOT NULL
);
