CREATE INDEX CONCURRENTLY tenant_api_keys_by_tenant ON tenant_api_keys (tenant_id);
