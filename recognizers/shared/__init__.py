"""What several recognizers share: labels before numbers, named fields, words for accounts."""
