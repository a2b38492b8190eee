"""OpenAI's API: each kind of request, and the stream that answers it."""
