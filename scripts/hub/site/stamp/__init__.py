"""An alert into a built site and out of it again, without MkDocs.

A page keeps one mark where alerts stand (overrides/base.html). Only what stands behind a mark, or beside a link, is put
in or taken out, so that a page is afterwards, byte for byte, what it was before. Each file is replaced whole. First the
alert's own pages come, then the links to them; when it ends, the other way round.
"""

from hub.site.stamp.end import end
from hub.site.stamp.files import Stamped
from hub.site.stamp.publish import publish
from hub.site.stamp.work import Unfit

__all__ = ["Stamped", "Unfit", "end", "publish"]
