-- A bare SHA-256 cannot be made into an HMAC: its keys are issued anew. No environment was released with it.
DROP TABLE tenant_api_keys;
