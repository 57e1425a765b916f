"""Rectangles of a picture in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the lower left corner of the picture."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


def inset(box: Box, **sides: float) -> Box:
    """The box with some of its sides moved inwards by pixels."""
    return replace(
        box,
        left=box.left + sides.get("left", 0),
        right=box.right - sides.get("right", 0),
        top=box.top - sides.get("top", 0),
        bottom=box.bottom + sides.get("bottom", 0),
    )


def stacked(box: Box, shares: Sequence[float], gap: float = 16) -> list[Box]:
    """The box cut into boxes one below the other, with heights in proportion to `shares`."""
    room = box.height - gap * (len(shares) - 1)
    boxes, top = [], box.top
    for share in shares:
        height = room * share / sum(shares)
        boxes.append(replace(box, top=top, bottom=top - height))
        top -= height + gap
    return boxes
