"""Standard input as it comes from files and other programs."""

import io
import sys

import pytest

from bot import standard_input


def given(monkeypatch: pytest.MonkeyPatch, content: bytes) -> list[str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))
    return list(standard_input.lines())


def test_vietnamese_is_read_whatever_the_encoding_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert given(monkeypatch, "thu ngân sách\nhai\n".encode()) == ["thu ngân sách\n", "hai\n"]


def test_a_broken_letter_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(monkeypatch, b"m\xff\nhai") == ["m\ufffd\n", "hai"]


def test_a_byte_order_mark_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(monkeypatch, b'\xef\xbb\xbf{"id": 1}') == ['{"id": 1}']
