"""Prints for people: an article with its finds, and why a short text is read as it is."""

from extract.show.article import show_article
from extract.show.happening import show_happening
from extract.show.report import show_report

__all__ = ["show_article", "show_happening", "show_report"]
