"""What the pages say: every page of every language as a view, ready for a template that only loops."""
