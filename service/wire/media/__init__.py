"""Media inside requests: parts that are no text, data inside texts, and views without them."""
