"""What a person who sent something other than text is told, by the kind of it."""

from telegram import Message

from bot.messages import say

_WORDS = (
    ("voice", "telegram.not_text.voice"),
    ("audio", "telegram.not_text.voice"),
    ("video_note", "telegram.not_text.video"),
    ("video", "telegram.not_text.video"),
    ("animation", "telegram.not_text.sticker"),
    ("sticker", "telegram.not_text.sticker"),
    ("photo", "telegram.not_text.photo"),
    ("document", "telegram.not_text.document"),
    ("location", "telegram.not_text.location"),
    ("contact", "telegram.not_text.contact"),
)
"""By field of the message; an animation is a document too, and so stands before it."""


def words_for(message: Message) -> str:
    kinds = (key for field, key in _WORDS if getattr(message, field))
    return say(next(kinds, "telegram.text_only"))
