"""A photo on the page: in the page's own HTML, so that no address leads to it from outside the reader's scope."""

from outcomes.ui.escape import esc_html


def html_picture(base64: str, alt: str, width: int | str = "100%") -> str:
    """An <img> of a JPEG given as base64 text, never wider than its place. ``width``: pixels, or the class of a style.

    The browser unpacks it only when it comes into sight.
    """
    if isinstance(width, int):
        place = f'style="display:block;width:{width}px;max-width:100%;height:auto"'
    elif width.endswith("%"):
        place = f'style="display:block;width:{esc_html(width)};max-width:100%;height:auto"'
    else:
        place = f'class="{esc_html(width)}" style="max-width:100%"'
    source = esc_html(f"data:image/jpeg;base64,{base64}")
    return f'<img src="{source}" alt="{esc_html(alt)}" loading="lazy" decoding="async" {place}>'
