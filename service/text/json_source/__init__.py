"""JSON as source: the text inside it, what of it may change, and its escapes."""

from service.text.json_source.view import JsonView, dump, escape, is_document, read

__all__ = ["JsonView", "dump", "escape", "is_document", "read"]
