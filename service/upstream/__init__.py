"""The model provider: its client, a tenant's own account, and which one a request goes to."""
