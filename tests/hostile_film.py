"""A film whose every text is markup of some sink, in a folder whose name is one too; and what watches its build."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).parent
SAMPLE = TESTS / "storyboards" / "good" / "sample.yaml"
SCENES = TESTS / "torture" / "scenes"
SOURCE = TESTS.parent / "src"

FOLDER = "it's 100% <b>a</b> film; $(touch pwned) [0:v] `id` & co"
TITLE = """<script>alert(1)</script> & "Knock's" %n"""
CHAPTER = """--> =cmd|'/C calc'!A0 <Start> & #read("x")"""
SPOKEN = {
    "You can stop at any time, and then you can leave them.": """<b>You</b> can <v Bob>stop</v> & &lt; go.""",
    "You may always say no to it, and nobody may be cross.": """$(id) -> `x` 'y' "z" %s say no.""",
    "Tell an adult you trust, and go on telling them.": r"""#read("x") *Tell* _one_ [0:v], \n \N $x^2$""",
}
"""What is said, and what its caption shows."""
DESCRIPTION = """A green <door onload=x> & "hall" --> ') Tj ET"""
QUESTION = """Who <img src=x onerror=alert(2)> & '); DROP?"""
HEADLINE = """<span size="9">&amp;</span> %n \\textbf"""

GUARD = """
import os, sys
def watch(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}:
        with open(os.environ.get("WATCHED") or "%s", "a") as file:
            file.write(f"{event} {arguments!r}\\n")
sys.addaudithook(watch)
"""


@dataclass(frozen=True)
class Film:
    """The project, its films' folder, the command's end, and what the watchers wrote down."""

    root: Path
    out: Path
    home: Path
    done: subprocess.CompletedProcess[str]
    calls: Path
    watched: Path

    def text(self, ending: str) -> str:
        return (self.out / f"odd-texts{ending}").read_text(encoding="utf-8")


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def storyboard() -> str:
    """The sample, whose every text is markup."""
    text = SAMPLE.read_text(encoding="utf-8")
    lines = "".join(f"          - text: {quoted(shown)}\n            say: {quoted(said)}\n" for said, shown in SPOKEN.items())
    for old, new in (
        ("title: Sample", f"title: {quoted(TITLE)}"),
        ("- title: The start", f"- title: {quoted(CHAPTER)}"),
        ("description: A green door.", f"description: {quoted(DESCRIPTION)}"),
        ("question: Who would you tell?", f"question: {quoted(QUESTION)}"),
        ("params: {people: [nan, pia]}", f"params: {{people: [nan, pia], headline: {quoted(HEADLINE)}}}"),
        ("        sign: threats\n", f"{lines}        sign: threats\n"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def strace() -> list[str]:
    """The tracer, if it is there and may trace."""
    command = ["strace", "-f", "--seccomp-bpf", "-e", "trace=%network"]
    if shutil.which("strace") and not subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        return command
    return []


def without_network() -> list[str]:
    """What runs a command where there is no network; nothing where that may not be done."""
    command = ["unshare", "--net"]
    if shutil.which("unshare") and not subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        return command
    return []


Program = Callable[..., subprocess.CompletedProcess[str]]
