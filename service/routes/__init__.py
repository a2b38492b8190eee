"""HTTP in: parse, call the pipeline, answer."""
