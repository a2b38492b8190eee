"""What settings are read from: files in JSON or YAML, files that change, addresses."""
