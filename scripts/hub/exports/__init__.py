"""Other people's standards, made from the catalogue: the only place that maps to their names."""

from hub.exports.schema_org import schema_org

__all__ = ["schema_org"]
