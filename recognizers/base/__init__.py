"""What a recognizer is, and what all of them build on: context words, tables, ways of writing."""
