"""What every route reads of a request: who asks, its body within bounds, its retention."""
