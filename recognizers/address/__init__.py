"""ADDRESS: postal addresses by country and by layout."""
