"""Every request and answer is held against the Bot API's schema."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.botapi import regenerate_schema
from sandbox.botapi.errors import ApiError
from sandbox.botapi.schema import (
    SCHEMA,
    VERSION,
    SchemaMismatch,
    check_request,
    check_result,
    check_type,
    method_name,
)

INVOICE = {"title": "Tea", "description": "Green", "payload": "p", "currency": "EUR"}
MESSAGE = {
    "message_id": 7,
    "date": 1_700_000_000,
    "from": {"id": 1, "is_bot": False, "first_name": "Ann"},
    "chat": {"id": 1, "type": "private", "first_name": "Ann"},
    "text": "hi",
    "entities": [{"type": "bold", "offset": 0, "length": 2}],
}


def refusal(method: str, **parameters: object) -> str:
    with pytest.raises(ApiError) as refused:
        check_request(method, parameters)
    return refused.value.description


def test_the_schema_is_the_bot_api_10_3_with_all_its_methods() -> None:
    assert VERSION == "10.3"
    assert len(SCHEMA["methods"]) == 185
    assert len(SCHEMA["types"]) == 400


def test_methods_are_found_whatever_their_case() -> None:
    assert method_name("SENDMESSAGE") == "sendMessage"
    assert method_name("sendmessage") == "sendMessage"
    assert method_name("sendLetter") is None


def test_an_unknown_method_is_not_found() -> None:
    with pytest.raises(ApiError) as refused:
        check_request("sendLetter", {})
    assert refused.value.code == 404
    assert refused.value.description.startswith("Not Found")


def test_every_method_and_type_has_a_working_check() -> None:
    for method in SCHEMA["methods"]:
        with pytest.raises(SchemaMismatch):
            check_result(method, object())
    for name in SCHEMA["types"]:
        with pytest.raises(SchemaMismatch):
            check_type(name, object())


def test_form_fields_are_decoded() -> None:
    keyboard = json.dumps({"inline_keyboard": [[{"text": "Pay", "pay": "true"}]]})
    decoded = check_request(
        "sendMessage",
        {"chat_id": "5", "text": "hi", "disable_notification": "True", "reply_markup": keyboard},
    )
    assert decoded == {
        "chat_id": 5,
        "text": "hi",
        "disable_notification": True,
        "reply_markup": {"inline_keyboard": [[{"text": "Pay", "pay": True}]]},
    }


def test_a_username_stands_for_a_chat() -> None:
    assert check_request("getChat", {"chat_id": "@tuan"}) == {"chat_id": "@tuan"}


def test_absent_and_empty_parameters_are_left_out() -> None:
    decoded = check_request(
        "sendMessage", {"chat_id": 1, "text": "a", "parse_mode": "", "reply_markup": None}
    )
    assert decoded == {"chat_id": 1, "text": "a"}


@pytest.mark.parametrize(
    ("method", "parameters", "words"),
    [
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 1}, "message text is empty"),
        ("sendMessage", {"chat_id": 1, "text": ""}, "message text is empty"),
        ("sendPhoto", {"chat_id": 1}, "there is no photo in the request"),
        ("banChatMember", {"chat_id": 1}, "invalid user_id specified"),
        ("banChatMember", {"chat_id": 1, "user_id": "x"}, "invalid user_id specified"),
        ("deleteMessage", {"chat_id": 1}, "message identifier is not specified"),
        ("sendInvoice", {"chat_id": 1, **INVOICE}, 'parameter "prices" is required'),
    ],
)
def test_what_is_missing_is_said_in_telegrams_words(
    method: str, parameters: dict[str, Any], words: str
) -> None:
    assert refusal(method, **parameters) == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("5", "object expected as reply markup"),
        (
            {"inline_keyboard": [[{"pay": True}]]},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"inline_keyboard": [[{"text": 5}]]},
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
    ],
)
def test_a_keyboard_that_does_not_parse_is_refused(markup: object, words: str) -> None:
    assert refusal("sendMessage", chat_id=1, text="a", reply_markup=markup) == (
        f"Bad Request: {words}"
    )


def test_prices_are_read_as_telegram_reads_them() -> None:
    assert refusal("sendInvoice", chat_id=1, **INVOICE, prices="{}") == (
        "Bad Request: expected an Array of labeled prices"
    )
    assert refusal("sendInvoice", chat_id=1, **INVOICE, prices='[{"label": "a"}]') == (
        "Bad Request: can't parse labeled price: Can't find field \"amount\""
    )


def test_a_test_bench_refuses_parameters_that_telegram_would_overlook() -> None:
    assert refusal("sendMessage", chat_id=1, text="a", txt="b") == (
        'Bad Request: unknown parameter "txt" of sendMessage'
    )
    assert "has no field" in refusal(
        "sendMessage",
        chat_id=1,
        text="a",
        reply_markup={"inline_keyboard": [[{"txt": "b", "text": "a"}]]},
    )


@pytest.mark.parametrize("value", [True, 1.5, "1.5", [], {}, 2**70])
def test_a_number_is_a_number(value: object) -> None:
    assert refusal("sendMessage", chat_id=1, text="a", message_thread_id=value) == (
        'Bad Request: can\'t parse "message_thread_id" as Number'
    )


def test_half_of_a_surrogate_pair_is_no_text() -> None:
    assert refusal("sendMessage", chat_id=1, text="\ud83d") == (
        "Bad Request: strings must be encoded in UTF-8"
    )


def test_members_of_a_union_are_told_apart() -> None:
    media = [{"type": "photo", "media": "attach://a"}, {"type": "video", "media": "id"}]
    assert check_request("sendMediaGroup", {"chat_id": 1, "media": media})["media"] == media
    assert refusal("sendMediaGroup", chat_id=1, media=[{"type": "painting", "media": "a"}]) == (
        'Bad Request: can\'t parse InputMedia: type "painting" is unsupported for the InputMedia'
    )


def test_inline_results_of_one_type_are_told_apart_by_their_fields() -> None:
    content = {"message_text": "a"}
    results = [
        {"type": "photo", "id": "1", "photo_file_id": "f"},
        {"type": "photo", "id": "2", "photo_url": "u", "thumbnail_url": "t"},
        {"type": "article", "id": "3", "title": "t", "input_message_content": content},
    ]
    request = {"inline_query_id": "1", "results": results}
    assert check_request("answerInlineQuery", request)["results"] == results


def test_rich_text_nests() -> None:
    text = ["plain ", {"type": "bold", "text": ["a", {"type": "italic", "text": "b"}]}]
    rich = {"blocks": [{"type": "paragraph", "text": text}]}
    assert check_request("sendRichMessage", {"chat_id": 1, "rich_message": rich})


def test_a_file_parameter_must_be_uploaded_where_nothing_else_is_allowed() -> None:
    assert check_request("setChatPhoto", {"chat_id": 1, "photo": "attach://photo"})
    assert "must be uploaded" in refusal("setChatPhoto", chat_id=1, photo="file-id")


def test_our_own_answers_are_checked_strictly() -> None:
    assert check_result("sendMessage", MESSAGE) == MESSAGE
    for broken in (
        MESSAGE | {"colour": "red"},
        MESSAGE | {"date": "yesterday"},
        MESSAGE | {"chat": {"id": 1}},
        {name: value for name, value in MESSAGE.items() if name != "date"},
        True,
    ):
        with pytest.raises(SchemaMismatch):
            check_result("sendMessage", broken)


def test_an_edit_answers_the_message_or_true() -> None:
    assert check_result("editMessageText", True) is True
    assert check_result("editMessageText", MESSAGE) == MESSAGE


def test_a_mismatch_names_the_way_to_the_value() -> None:
    with pytest.raises(SchemaMismatch, match=r"entities\.\[\]: Can't find field \"offset\""):
        check_type("Message", MESSAGE | {"entities": [{"type": "bold", "length": 1}]})


def test_a_small_message_is_checked_in_microseconds() -> None:
    check_type("Message", MESSAGE)
    began = time.process_time()
    for _ in range(2000):
        check_type("Message", MESSAGE)
    assert (time.process_time() - began) / 2000 < 100e-6


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(SCHEMA["methods"])), st.data())
def test_nothing_a_bot_can_send_breaks_the_check(method: str, data: st.DataObject) -> None:
    names = sorted(SCHEMA["methods"][method]["parameters"]) or ["none"]
    parameters = data.draw(st.dictionaries(st.sampled_from(names), json_values, max_size=4))
    try:
        check_request(method, parameters)
    except ApiError as refused:
        assert refused.code == 400  # noqa: PT017 - a refusal is as right as a pass


def test_the_schema_is_made_from_the_source_package(tmp_path: Path) -> None:
    source = {
        "api": {"version": "99.1"},
        "items": [
            {
                "children": [
                    _entry("types", "Fruit", "One of\n - Apple\n - Pear"),
                    _entry("types", "Apple", "An apple", ("type", "String", "always 'apple'")),
                    _entry("types", "Pear", "A pear", ("type", "String", "must be pear")),
                    _entry(
                        "methods",
                        "pick",
                        "Picks fruit. Returns an Array of Fruit on success.",
                        ("kinds", "Array of Apple and Pear", "What"),
                        ("from", "Integer or String", "Where"),
                    ),
                ]
            }
        ],
    }
    folder = tmp_path / ".butcher" / "schema"
    folder.mkdir(parents=True)
    (folder / "schema.json").write_text(json.dumps(source))
    target = tmp_path / "made.json"

    regenerate_schema.main(tmp_path, target)

    made = json.loads(target.read_text())
    assert made["types"]["Fruit"]["subtypes"] == ["Apple", "Pear"]
    assert made["types"]["Pear"]["fields"]["type"]["const"] == "pear"
    assert made["methods"]["pick"]["returns"] == ["Array of Fruit"]
    assert made["methods"]["pick"]["parameters"]["kinds"]["types"] == ["Array of Apple|Pear"]
    assert made["methods"]["pick"]["parameters"]["from"]["types"] == ["Integer", "String"]


def _entry(
    category: str, name: str, description: str, *members: tuple[str, str, str]
) -> dict[str, Any]:
    annotations = [
        {"name": member, "type": type_, "description": text, "required": True}
        for member, type_, text in members
    ]
    return {
        "category": category,
        "name": name,
        "description": description,
        "annotations": annotations,
    }
