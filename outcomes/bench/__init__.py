"""What a filter change costs: a real server, a reader over its own wire, and the processor time that it took.

This is the only place beside ``ui`` that knows Streamlit, and only its messages: it knows no page. Which pages there
are and which filters a page has, the server itself tells, as it tells a browser.
"""

from outcomes.bench.pages import Measured, everything, measure
from outcomes.bench.table import as_markdown, as_text, write

__all__ = ["Measured", "as_markdown", "as_text", "everything", "measure", "write"]
