"""The tree of errors; each message names the file, the value and the next step.

ExtractError
├── InputError          an article, a line or an option cannot be used
│   └── UnreadableError the file is not text, is empty, or cannot be opened
├── LanguageError       a file of languages/ is wrong
├── GazetteerError      a file of world data is wrong
├── AnnotationError     an annotated text or the model learnt from them is wrong
└── StoreError          the store cannot be used
    └── StoreBusyError  another process owns it
"""


class ExtractError(Exception):
    """Anything that this package raises on purpose."""


class InputError(ExtractError):
    """An article, a line or an option cannot be used as it is."""


class UnreadableError(InputError):
    """A file that is not text, is empty, or cannot be opened."""


class LanguageError(ExtractError):
    """A file below languages/ names something unknown or breaks its own form."""


class GazetteerError(ExtractError):
    """A file of world data breaks its own form."""


class AnnotationError(ExtractError):
    """A text that the tagger learns from breaks its form, or the model is not that of the texts."""


class StoreError(ExtractError):
    """The store cannot be opened, read or written."""


class StoreBusyError(StoreError):
    """Another process owns the store."""
