"""A table as a CSV file that Excel opens with one click where Vietnamese is set.

The comma is the decimal sign there, so that a comma between cells would cut numbers in two: cells are
divided by semicolons, numbers written "1080,25" and days "05/11/2026". The mark at the start tells Excel that
the file is UTF-8.
"""

import csv
from datetime import date
from io import StringIO

from bot.rendering.exports.cells import Cell, written_number
from bot.rendering.exports.table import Table

MEDIA_TYPE = "text/csv"
ENCODING = "utf-8-sig"
DELIMITER = ";"


def text_file_of(table: Table) -> bytes:
    content = StringIO(newline="")
    writer = csv.writer(content, delimiter=DELIMITER)
    writer.writerow(column.title for column in table.columns)
    writer.writerows([_written(one.value) for one in row] for row in table.rows)
    return content.getvalue().encode(ENCODING)


def _written(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return value if isinstance(value, str) else written_number(value)
