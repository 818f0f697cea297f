REVOKE SELECT ON tenants FROM onex_api;
DROP TABLE api_keys;
