"""Stepfree's engine: from data/ to a site, one floor below another (docs/architecture.md)."""
