"""A point on the map."""

from hub.model.provenance import Sourced
from hub.model.values import Money


class Geo(Sourced):
    """WGS 84, decimal degrees."""

    lat: Money
    lon: Money
