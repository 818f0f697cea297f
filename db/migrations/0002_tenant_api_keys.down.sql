DROP TABLE tenant_api_keys;
