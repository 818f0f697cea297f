DROP VIEW api.stock;

DROP SCHEMA api;
