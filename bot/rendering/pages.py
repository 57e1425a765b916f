"""A long text in pages, for channels that can leaf through one in place."""

from bot.rendering.limits import PAGE_BREAK, split_html, text_length

PAGE_LENGTH = 1500
"""UTF-16 units. A phone shows about 1,000 letters at once: a page is read with one movement of the thumb."""
_LINE = 80
"""How much longer than an even share a page may be, so that it ends where a line does."""


def pages_of(html: str) -> list[str]:
    """The text in pages, none longer than `PAGE_LENGTH`, a new one at each page break; one page if it is short.

    What stands between two breaks is shared out over pages of about the same length.
    """
    return [page for part in html.split(PAGE_BREAK) for page in _even_pages(part.strip("\n"))]


def is_paged(html: str) -> bool:
    return PAGE_BREAK in html or _is_long(html)


def _even_pages(html: str) -> list[str]:
    if not _is_long(html):
        return [html]
    pages = split_html(html, PAGE_LENGTH)
    even = split_html(html, min(PAGE_LENGTH, text_length(html) // len(pages) + _LINE))
    return even if len(even) == len(pages) else pages


def _is_long(html: str) -> bool:
    longest = (
        len(html.encode("utf-16-le", "surrogatepass")) // 2
    )  # tags and entities only make it shorter
    return longest > PAGE_LENGTH and text_length(html) > PAGE_LENGTH
