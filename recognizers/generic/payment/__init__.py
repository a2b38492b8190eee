"""Bank accounts and cards as they are known around the world."""
