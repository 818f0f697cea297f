export type ToolName = 'terraform' | 'opentofu'
