"""Make ``schema.json`` from an unpacked aiogram source package.

``python -m sandbox.botapi.regenerate_schema <folder of the unpacked source package>``

Only facts are kept: names, types, which of them are required, and the constants that tell the
members of a union apart. Descriptions stay behind.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

TARGET = Path(__file__).with_name("schema.json")
SOURCE = Path(".butcher") / "schema" / "schema.json"

CONSTANT = re.compile(r"\b(?:must be|always) [\"'“]?([a-z0-9_]+)[\"'”]?$")
DISCRIMINATORS = ("type", "source", "status")
SUBTYPE = re.compile(r"^ - (\w+)$", re.MULTILINE)
SENTENCE_END = re.compile(r"(?<=\.)\s+")
NAME = re.compile(r"([Aa]rray of )?\b([A-Z]\w+)\b")
SIMPLE = {"Integer": "Integer", "Int": "Integer", "String": "String", "True": "Boolean"}


def main(unpacked: Path, target: Path = TARGET) -> None:
    source = json.loads((unpacked / SOURCE).read_text(encoding="utf-8"))
    target.write_text(one_line_each(compact(source)), encoding="utf-8")


def compact(source: Mapping[str, Any]) -> dict[str, Any]:
    entries = [entry for section in source["items"] for entry in section["children"]]
    types = {entry["name"]: _type(entry) for entry in entries if entry["category"] == "types"}
    known = SIMPLE | {name: name for name in types}
    methods = {
        entry["name"]: {
            "returns": list(_returned(entry["description"], known)),
            "parameters": _members(entry),
        }
        for entry in entries
        if entry["category"] == "methods"
    }
    return {"version": source["api"]["version"], "methods": methods, "types": types}


def one_line_each(schema: Mapping[str, Any]) -> str:
    """Write one method or type a line, sorted, so that a new version reads well as a diff."""
    blocks = [f'"version": {json.dumps(schema["version"])}']
    for kind in ("methods", "types"):
        lines = (
            f"{json.dumps(name)}: {json.dumps(entry, separators=(',', ':'))}"
            for name, entry in sorted(schema[kind].items())
        )
        blocks.append(f'"{kind}": {{\n' + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _type(entry: Mapping[str, Any]) -> dict[str, Any]:
    described: dict[str, Any] = {"fields": _members(entry)}
    subtypes = SUBTYPE.findall(entry["description"])
    if subtypes and not entry["annotations"]:
        described["subtypes"] = subtypes
    return described


def _members(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {member["name"]: _member(member) for member in entry["annotations"]}


def _member(member: Mapping[str, Any]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "types": _alternatives(member["type"]),
        "required": member["required"],
    }
    constant = CONSTANT.search(member["description"])
    if constant and member["type"] == "String" and member["name"] in DISCRIMINATORS:
        described["const"] = constant[1]
    return described


def _alternatives(written: str) -> list[str]:
    """``Array of A, B and C`` becomes ``Array of A|B|C``; ``A or B`` becomes two types."""
    array, rest = ("Array of ", written[9:]) if written.startswith("Array of ") else ("", written)
    names = ["Boolean" if name == "True" else name for name in re.split(r", | and | or ", rest)]
    return [array + "|".join(names)] if array else names


def _returned(description: str, known: Mapping[str, str]) -> Iterator[str]:
    """Every type named in a sentence that speaks of returning, in order, once."""
    seen: set[str] = set()
    for sentence in SENTENCE_END.split(description):
        if not re.search(r"\breturn", sentence, re.IGNORECASE):
            continue

        for array, name in NAME.findall(sentence):
            if name not in known:
                continue
            returned = f"Array of {known[name]}" if array else known[name]
            if returned not in seen:
                seen.add(returned)
                yield returned


if __name__ == "__main__":
    main(Path(sys.argv[1]))
