"""Numbers in Chinese signs: "五十", "两百五", "一千二"."""

import re

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TEN_THOUSAND = "万"
_SIGNS = "".join((*_DIGITS, *_UNITS, _TEN_THOUSAND))
# Only where money or a bound follows, or joins two of them: "一双" and "三件" stay as they are.
_BEFORE_MONEY = re.compile(
    rf"[{_SIGNS}]+(?=\s*(?:欧|元|块|美元|美金|英镑|人民币|日元)|(?:以下|以内|之内|以上|左右|上下))"
    rf"|[{_SIGNS}]{{2,}}(?=\s*(?:到|至|和|[-~])\s*[{_SIGNS}\d])"
)


def with_digits(text: str) -> str:
    """Write the amounts of a text in digits."""
    return _BEFORE_MONEY.sub(lambda found: str(_number(found.group())), text)


def _number(signs: str) -> int:
    high, is_high, low = signs.rpartition(_TEN_THOUSAND)
    if not is_high:
        return _below_ten_thousand(signs)
    return (_below_ten_thousand(high) or 1) * 10_000 + _below_ten_thousand(low, lone=1000)


def _below_ten_thousand(signs: str, lone: int = 1) -> int:
    """``lone`` is what a single digit counts: "一万二" is 12,000, as "两百五" is 250."""
    if all(sign in _DIGITS for sign in signs):
        value = int("".join(str(_DIGITS[sign]) for sign in signs) or "0")
        return value * lone if len(signs) == 1 else value
    total, digit, unit = 0, 0, 1
    for sign in signs:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit, unit = 0, _UNITS[sign] // 10
        else:
            digit = _DIGITS[sign]
            unit = unit if digit else 1
    return total + digit * max(unit, 1)
