"""The text of a product page, without its markup."""

from html.parser import HTMLParser

from bot.catalog.texts import clean_text

_BREAKS = frozenset({"br", "p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "iframe"})


def text_of(html: str) -> str:
    """Keep what a reader sees. What is no HTML stays as it is."""
    if "<" not in html and "&" not in html:
        return clean_text(html)
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return clean_text("".join(reader.parts))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "li":
            self.parts.append("\n• ")
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BREAKS and tag != "li":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            # Line breaks in the source are spaces on the page.
            self.parts.append(data.replace("\n", " ").replace("\r", " "))
