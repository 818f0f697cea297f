-- Run once on a server, before the first migration: a role belongs to the whole server, not to a database. Its password is
-- given apart from this. The migrations grant it what it may; nothing else does.
CREATE ROLE onex_api LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE onex_api SET statement_timeout = '5s';
ALTER ROLE onex_api SET lock_timeout = '2s';
ALTER ROLE onex_api SET idle_in_transaction_session_timeout = '10s';
