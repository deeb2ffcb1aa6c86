"""Markup becomes text and entities whose offsets count UTF-16 code units."""

import time
from html import escape
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.botapi.entities import automatic_entities, formatted, utf16_slice
from sandbox.botapi.errors import ApiError
from sandbox.botapi.markup import utf16_length

HOUSE = "\N{STADIUM}"  # two code units

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Z")), min_size=1, max_size=8
) | st.sampled_from([HOUSE, "привет", "团购"])


def one(text: str, parse_mode: str) -> tuple[str, dict[str, Any]]:
    plain, entities = formatted(text, parse_mode)
    assert len(entities) == 1, entities
    return plain, entities[0]


def refusal(text: str, parse_mode: str) -> str:
    with pytest.raises(ApiError) as refused:
        formatted(text, parse_mode)
    assert refused.value.code == 400
    return refused.value.description.removeprefix("Bad Request: can't parse entities: ")


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<b>x</b>", "bold"),
        ("<strong>x</strong>", "bold"),
        ("<I>x</i>", "italic"),
        ("<u>x</u>", "underline"),
        ("<del>x</del>", "strikethrough"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<tg-spoiler>x</>", "spoiler"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
    ],
)
def test_html_tags(html: str, kind: str) -> None:
    assert one(f"{HOUSE} {html}", "HTML") == (
        f"{HOUSE} x",
        {"type": kind, "offset": 3, "length": 1},
    )


@pytest.mark.parametrize(
    ("markdown", "kind"),
    [
        ("*x*", "bold"),
        ("_x_", "italic"),
        ("__x__", "underline"),
        ("~x~", "strikethrough"),
        ("||x||", "spoiler"),
        ("`x`", "code"),
        ("```x```", "pre"),
    ],
)
def test_markdown_v2_signs(markdown: str, kind: str) -> None:
    assert one(f"{HOUSE} {markdown}", "MarkdownV2") == (
        f"{HOUSE} x",
        {"type": kind, "offset": 3, "length": 1},
    )


def test_details_of_entities() -> None:
    assert one('<a href="t.me/x?a=1&amp;b=2">x</a>', "HTML")[1]["url"] == "http://t.me/x?a=1&b=2"
    assert one('<pre><code class="language-py">x</code></pre>', "HTML")[1]["language"] == "py"
    assert one("```py\nx\n```", "MarkdownV2")[1]["language"] == "py"
    assert one('<tg-emoji emoji-id="55">x</tg-emoji>', "HTML")[1]["custom_emoji_id"] == "55"
    assert one("![x](tg://emoji?id=55)", "MarkdownV2")[1]["custom_emoji_id"] == "55"
    time = one('<tg-time unix="99" format="wDT">x</tg-time>', "HTML")[1]
    assert (time["unix_time"], time["date_time_format"]) == (99, "wDT")
    assert one("![x](tg://time?unix=99)", "MarkdownV2")[1]["unix_time"] == 99


def test_a_mention_needs_a_person_the_bot_may_mention() -> None:
    ann = {"id": 5, "is_bot": False, "first_name": "Ann"}
    markup = '<a href="tg://user?id=5">her</a>'
    _, entities = formatted(markup, "HTML", person=lambda number: ann if number == 5 else None)
    assert entities == [{"type": "text_mention", "offset": 0, "length": 3, "user": ann}]
    assert formatted(markup, "HTML") == ("her", [])


def test_a_link_that_leads_nowhere_is_plain_text() -> None:
    assert formatted('<a href="javascript:alert(1)">x</a>', "HTML") == ("x", [])


def test_quotations_of_markdown_v2() -> None:
    text, entities = formatted(">a\n>b||\nc\n>d", "MarkdownV2")
    assert text == "a\nb\nc\nd"
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == [
        ("expandable_blockquote", 0, 3),
        ("blockquote", 6, 1),
    ]


def test_styles_nest_but_not_in_code() -> None:
    _, entities = formatted("<b>a<code><i>c</i></code>d</b>", "HTML")
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == [
        ("bold", 0, 1),
        ("code", 1, 1),
        ("bold", 2, 1),
    ]


def test_the_first_markdown() -> None:
    text, entities = formatted("*b* _i_ [l](t.me) `c` \\_ ```py\np```", "Markdown")
    assert text == "b i l c _ p"
    kinds = [entity["type"] for entity in entities]
    assert kinds == ["bold", "italic", "text_link", "code", "pre"]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (f"{HOUSE}<b", "Unclosed start tag at byte offset 4"),
        (f"{HOUSE}<h1>a</h1>", 'Unsupported start tag "h1" at byte offset 4'),
        (f"{HOUSE}<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        (f"{HOUSE}a</b>", "Unexpected end tag at byte offset 5"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<i =a>b</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
        ("<i a=b,>c</i>", "Unexpected end of name token at byte offset 5"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>a</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
def test_broken_html(html: str, words: str) -> None:
    assert refusal(html, "HTML") == words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("1.5", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a > b", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        (f"{HOUSE}*a", "Can't find end of Bold entity at byte offset 4"),
        ("*a _b*", "Can't find end of Bold entity at byte offset 5"),
        ("```a ", "Can't find end of PreCode entity at byte offset 0"),
        ("[a](b", "Can't find end of a URL at byte offset 4"),
        ("![a]", "Custom emoji entity must contain a tg://emoji URL"),
    ],
)
def test_broken_markdown_v2(markdown: str, words: str) -> None:
    assert refusal(markdown, "MarkdownV2") == words


def test_broken_markdown_and_unknown_modes() -> None:
    assert refusal("a *b", "Markdown") == ("Can't find end of the entity starting at byte offset 2")
    assert refusal("a", "BBCode") == "Bad Request: unsupported parse_mode"


def test_what_telegram_finds_by_itself() -> None:
    text = f"{HOUSE} /buy@shop_bot @ann #red see t.me/x, or mail a@b.example $EUR."
    found = automatic_entities(text)
    covered = {e["type"]: utf16_slice(text, e["offset"], e["length"]) for e in found}
    assert covered == {
        "bot_command": "/buy@shop_bot",
        "mention": "@ann",
        "hashtag": "#red",
        "url": "t.me/x",
        "email": "a@b.example",
        "cashtag": "$EUR",
    }


@pytest.mark.parametrize("text", ["a/b", "1/2", "a@b", "#1", "x#y", "and/or", "10.50", "a.b"])
def test_what_is_no_entity(text: str) -> None:
    assert automatic_entities(text) == []


def test_nothing_is_found_inside_code_and_links() -> None:
    _, entities = formatted("<code>/start</code> <a href='t.me/x'>@ann</a>", "HTML")
    assert [entity["type"] for entity in entities] == ["code", "text_link"]


def test_given_entities_must_fit_the_text() -> None:
    bold = {"type": "bold", "offset": 0, "length": 2}
    assert formatted(HOUSE, entities=[bold]) == (HOUSE, [bold])
    for wrong in ({"length": 1}, {"length": 9}, {"offset": 1}, {"offset": -1}, {"offset": 7}):
        with pytest.raises(ApiError):
            formatted(HOUSE, entities=[bold | wrong])


def test_spaces_around_a_text_are_cut_and_entities_follow() -> None:
    assert formatted("  <b> a </b>\n", "HTML") == (
        "a",
        [{"type": "bold", "offset": 0, "length": 1}],
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(words, st.sampled_from(["b", "i", "u", "s", "code"])), max_size=6))
def test_each_html_entity_covers_its_own_words(parts: list[tuple[str, str]]) -> None:
    html = "".join(f"{HOUSE} <{tag}>{escape(word)}</{tag}> ." for word, tag in parts)
    text, entities = formatted(html, "HTML")
    kinds = {"b": "bold", "i": "italic", "u": "underline", "s": "strikethrough", "code": "code"}
    styled = [entity for entity in entities if entity["type"] in kinds.values()]
    assert [(utf16_slice(text, e["offset"], e["length"]), e["type"]) for e in styled] == [
        (word, kinds[tag]) for word, tag in parts
    ]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec="utf-8", max_codepoint=0x1FFFF), max_size=40))
def test_escaped_markdown_v2_reads_as_itself(text: str) -> None:
    escaped = "".join(f"\\{c}" if "!" <= c <= "~" and not c.isalnum() else c for c in text)
    plain, _ = formatted(escaped, "MarkdownV2")
    assert plain == text.replace("\r\n", "\n").replace("\0", "").strip()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet="_*[]()~`>|!<b/i&; \n\\a=\"'#1" + HOUSE, max_size=30))
@pytest.mark.parametrize("parse_mode", ["HTML", "Markdown", "MarkdownV2", None])
def test_entities_always_lie_inside_the_text(parse_mode: str | None, text: str) -> None:
    try:
        plain, entities = formatted(text, parse_mode)
    except ApiError as refused:
        assert refused.description.startswith("Bad Request: ")  # noqa: PT017 - either is right
        return
    for entity in entities:
        assert entity["length"] > 0
        assert 0 <= entity["offset"] <= utf16_length(plain) - entity["length"]
        utf16_slice(plain, entity["offset"], entity["length"])


@pytest.mark.parametrize(
    "html",
    [
        f"&#{'9' * 9000};",
        f"<tg-emoji emoji-id='{'9' * 9000}'>a</tg-emoji>",
        f"<tg-time unix='{'9' * 9000}'>a</tg-time>",
        f"<a href='tg://user?id={'9' * 9000}'>a</a>",
        "-" * 30_000,
        "<code>a</code> " * 2_000,
        "a." * 15_000,
        "#" * 30_000,
        "<b>" * 3_000 + "a" + "</b>" * 3_000,
    ],
)
def test_monsters_are_read_or_refused_quickly(html: str) -> None:
    began = time.process_time()
    try:
        _, entities = formatted(html, "HTML")
    except ApiError as refused:
        assert refused.code == 400  # noqa: PT017 - either is right, if it is quick
    else:
        assert len(entities) <= 100
    assert time.process_time() - began < 1
