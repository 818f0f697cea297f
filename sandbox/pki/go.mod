module github.com/omninode-ai/omninode_infra/sandbox/pki

go 1.26
