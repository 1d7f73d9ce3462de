"""MkDocs finds the hub here; everything is in hub/site/hooks.py."""

import sys
from pathlib import Path

# MkDocs puts this folder on the path only while it loads this file.
sys.path.insert(0, str(Path(__file__).parent))

from hub.site.hooks import (  # noqa: F401
    on_config,
    on_env,
    on_files,
    on_page_context,
    on_page_markdown,
    on_post_build,
    on_post_page,
    on_serve,
    on_startup,
)
