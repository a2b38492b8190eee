"""Damaged placeholders: the forms they take, which one each can mean, and mending them."""
