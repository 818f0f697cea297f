-- The service serves this schema, and nothing else: a view of sums can be read, and not written.
CREATE SCHEMA api;

CREATE VIEW api.stock AS
SELECT product, sum(amount) AS amount
FROM public.movements
GROUP BY product;
