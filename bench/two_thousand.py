"""A storyboard of any number of shots, for measuring what grows with them."""

from __future__ import annotations

from bench.project import HERE


def storyboard(count: int) -> str:
    """The excerpt with more shots before its help card, ``count`` in all, each with a name, a line and a sound of its own."""
    text = (HERE / "storyboards" / "excerpt.yaml").read_text(encoding="utf-8")
    before, help_chapter = text.split("  - title: Help\n")
    shots = "".join(
        f"      - id: shot-{number}\n"
        "        scene: stream\n"
        "        params: {people: [maya], comments: sorts}\n"
        "        lines:\n"
        f"          - text: Comment number {number} comes {{sorts}} in.\n"
        "        sounds:\n"
        "          - {sound: leaves, at: sorts}\n"
        "        description: Round bubbles rise, each different.\n\n"
        for number in range(count - before.count("      - id: ") - help_chapter.count("      - id: "))
    )
    return f"{before}  - title: Many\n    shots:\n{shots}  - title: Help\n{help_chapter}"
