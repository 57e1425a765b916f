"""Every worked example of the question contract, compared key by key."""

from datetime import datetime
from typing import Any

import pytest

from intents.parser import Parser
from tests.intents.conftest import TIME_ZONE, worked_examples

MISREAD = {
    "h054": "two wrong words side by side, each of which is the other's only neighbour that tells",
    "t005": "Telex keystrokes of a rare word with a letter too many (thaam hujt for thâm hụt)",
    "t083": "an opening verb typed without marks (ve) that is a preposition elsewhere (vẽ, về)",
    "h513": "a wrong letter that makes another word, whose partner stands far off (nhiều ... ngất)",
    "wf051": "a wrong mark that makes an everyday word of its own (diễn bến for biến)",
    "wf068": "a word before a complete name that elsewhere opens another one (thu hút)",
    "wc082": "words run together with two letters swapped (tyleginagan)",
}
"""Known shortfalls, with what they need."""

EXAMPLES = [
    pytest.param(
        row,
        id=row["id"],
        marks=[pytest.mark.xfail(reason=MISREAD[row["id"]], strict=True)]
        if row["id"] in MISREAD
        else [],
    )
    for row in worked_examples()
]


@pytest.mark.parametrize("row", EXAMPLES)
def test_question_is_read_as_the_contract_says(parser: Parser, row: dict[str, Any]) -> None:
    now = datetime.fromisoformat(row["as_of"]).replace(tzinfo=TIME_ZONE)
    outcome = parser.parse(row["text"], now=now, context=row.get("context", []))
    parsed = outcome.to_json()
    assert parsed["status"] == row["status"]
    if row["status"] == "unknown" or "time:impossible" in row["tags"]:
        return
    assert parsed["query"] == row["query"]
    if "candidates_any" in row:
        assert set(parsed["candidates"]) & set(row["candidates_any"])
