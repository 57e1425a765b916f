"""Whether a file from a person can be read safely: its kind, size, encoding and what is packed in it."""

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ioc_query.imports.problems import unreadable

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What is accepted. `part_bytes` bounds what a workbook holds in memory (all but its sheets)."""

    csv_bytes: int = 2048 * MEBIBYTE
    workbook_bytes: int = 100 * MEBIBYTE
    unpacked_bytes: int = 1024 * MEBIBYTE
    part_bytes: int = 128 * MEBIBYTE
    packing_ratio: int = 200
    parts: int = 2000
    line_bytes: int = MEBIBYTE
    columns: int = 200
    rows: int = 10_000_000
    sheet_rows: int = 1_048_576


LIMITS = Limits()


class FileKind(StrEnum):
    CSV = ".csv"
    WORKBOOK = ".xlsx"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a look at the whole file tells. `lines` counts line ends; 0 for a workbook."""

    kind: FileKind
    sha256: str
    lines: int = 0


def inspect_file(path: Path, limits: Limits = LIMITS) -> FileFacts:
    """Reads the file once, in pieces. UnreadableError says what is wrong with it."""
    if not path.is_file():
        raise unreadable(path.name, "file.missing")
    kind = _kind(path)
    _check_size(path, limits.csv_bytes if kind is FileKind.CSV else limits.workbook_bytes)
    _check_magic(path, kind)
    return _INSPECTORS[kind](path, limits)


def _kind(path: Path) -> FileKind:
    try:
        return FileKind(path.suffix.lower())
    except ValueError:
        raise unreadable(path.name, "file.unknown_kind") from None


def _check_size(path: Path, limit: int) -> None:
    size = path.stat().st_size
    if size == 0:
        raise unreadable(path.name, "file.empty")
    if size > limit:
        megabytes = {"size": -(-size // MEBIBYTE), "limit": limit // MEBIBYTE}
        raise unreadable(path.name, "file.too_big", **megabytes)


_MAGIC: tuple[tuple[bytes, FileKind | None, str], ...] = (
    (b"PK\x03\x04", FileKind.WORKBOOK, "file.workbook_named_csv"),
    (b"\xd0\xcf\x11\xe0", None, "file.old_excel"),
    (codecs.BOM_UTF16_LE, None, "file.utf16"),
    (codecs.BOM_UTF16_BE, None, "file.utf16"),
)


def _check_magic(path: Path, kind: FileKind) -> None:
    with path.open("rb") as file:
        head = file.read(8)
    for magic, rightful, wrong in _MAGIC:
        if head.startswith(magic) and kind is not rightful:
            raise unreadable(path.name, wrong)
    if kind is FileKind.WORKBOOK and not head.startswith(b"PK\x03\x04"):
        raise unreadable(path.name, "file.not_workbook")


def _inspect_text(path: Path, limits: Limits) -> FileFacts:
    from hashlib import sha256

    digest = sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines = longest = unfinished = 0
    with path.open("rb") as file:
        while piece := file.read(MEBIBYTE):
            digest.update(piece)
            _check_text(path, decoder, piece)
            ends = piece.count(b"\n")
            longest = max(longest, unfinished + (piece.find(b"\n") if ends else len(piece)))
            unfinished = len(piece) - piece.rfind(b"\n") - 1 if ends else unfinished + len(piece)
            lines += ends
            if longest > limits.line_bytes:
                raise unreadable(path.name, "file.line_too_long", limit=limits.line_bytes)
    _check_text(path, decoder, b"", final=True)
    if lines > limits.rows:
        raise unreadable(path.name, "file.too_many_rows", limit=limits.rows)
    return FileFacts(FileKind.CSV, digest.hexdigest(), lines)


def _check_text(
    path: Path, decoder: codecs.IncrementalDecoder, piece: bytes, *, final: bool = False
) -> None:
    if b"\0" in piece:
        raise unreadable(path.name, "file.binary")
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError:
        raise unreadable(path.name, "file.not_utf8") from None


def _inspect_workbook(path: Path, limits: Limits) -> FileFacts:
    from hashlib import file_digest
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, OSError):
        raise unreadable(path.name, "file.not_workbook") from None
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise unreadable(path.name, "file.not_workbook")
    unpacked = sum(part.file_size for part in parts)
    suspicious = (
        len(parts) > limits.parts
        or unpacked > limits.unpacked_bytes
        or unpacked > limits.packing_ratio * path.stat().st_size
        or any(
            part.file_size > limits.part_bytes
            for part in parts
            if not part.filename.startswith("xl/worksheets/")
        )
    )
    if suspicious:
        raise unreadable(path.name, "file.suspicious_archive", size=unpacked // MEBIBYTE)
    with path.open("rb") as file:
        return FileFacts(FileKind.WORKBOOK, file_digest(file, "sha256").hexdigest())


_INSPECTORS: dict[FileKind, Callable[[Path, Limits], FileFacts]] = {
    FileKind.CSV: _inspect_text,
    FileKind.WORKBOOK: _inspect_workbook,
}
