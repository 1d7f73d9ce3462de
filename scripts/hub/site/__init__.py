"""The only package that knows MkDocs: from views to a folder of pages."""
