"""The proxy: the paths of OpenAI's API, a request on its way out, its answer on the way back."""
