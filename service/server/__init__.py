"""The server around the app: strict HTTP, log lines, worker processes, probes."""
