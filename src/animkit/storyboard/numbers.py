"""Numbers in British English words, for narration. Pure.

Only what a short film says is covered: whole numbers, years, percentages, ranges, ordinals, decimals, pounds and telephone numbers.
A library that does a hundred languages (num2words) was weighed and left out: it reads neither years nor telephone numbers unasked.
"""

from __future__ import annotations

import re

ONES = (
    "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"))
ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip

WHOLE = "[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+"
NUMBER = (
    rf"(?:£(?:{WHOLE})(?:\.[0-9]{{2}})?"
    r"|[0-9]{1,6}\s?[–-]\s?[0-9]{1,6}"
    r"|0[0-9]+(?:\s[0-9]{3,})*"
    r"|[0-9]{1,6}(?:st|nd|rd|th)"
    rf"|(?:{WHOLE})(?:\.[0-9]+)?(?:\s?%)?)(?![\w%]|[.,/:]\d)"
)
"""What ``number_words`` can read, as a pattern: the sign after it must not make it something else (2.5.1, 24/7, 3:30, 5G)."""


def number_words(written: str) -> str:
    """The words for something ``NUMBER`` matches: ``84 %`` is "eighty-four per cent", ``11-14`` "eleven to fourteen", ``2017`` a year."""
    if written.startswith("£"):
        return _pounds(written[1:])
    if written.endswith("%"):
        return f"{_plain(written[:-1].strip())} per cent"
    if re.fullmatch(r"0[0-9]+(\s[0-9]+)*", written):
        return ", ".join(digit_words(group) for group in written.split())
    if match := re.fullmatch(r"([0-9]+)\s?[–-]\s?([0-9]+)", written):
        return f"{_plain(match[1])} to {_plain(match[2])}"
    if match := re.fullmatch(r"([0-9]+)(?:st|nd|rd|th)", written):
        return ordinal_words(int(match[1]))
    return _plain(written)


def digit_words(digits: str) -> str:
    """Digits one by one, nought as "oh", as telephone numbers are read; 0800 is "oh eight hundred"."""
    if digits == "0800":
        return "oh eight hundred"
    return " ".join("oh" if digit == "0" else ONES[int(digit)] for digit in digits)


def integer_words(number: int) -> str:
    """A whole number from 0 to 999,999,999,999 in words: 245 is "two hundred and forty-five". ValueError outside."""
    if not 0 <= number < 1_000_000_000_000:
        raise ValueError(f"no words for {number}")
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{ONES[hundreds]} hundred" + (f" and {integer_words(rest)}" if rest else "")
    size, name = next((size, name) for size, name in SCALES if number >= size)
    many, rest = divmod(number, size)
    joint = " and " if 0 < rest < 100 else " "
    return f"{integer_words(many)} {name}" + (f"{joint}{integer_words(rest)}" if rest else "")


def year_words(year: int) -> str:
    """A year from 1800 to 2099: 2017 is "twenty seventeen", 1905 "nineteen oh five", 2003 "two thousand and three"."""
    century, rest = divmod(year, 100)
    if 2000 <= year < 2010:
        return integer_words(year)
    if rest == 0:
        return f"{integer_words(century)} hundred"
    return f"{integer_words(century)} {'oh ' + ONES[rest] if rest < 10 else integer_words(rest)}"


def ordinal_words(number: int) -> str:
    """1 is "first", 22 "twenty-second", 30 "thirtieth"."""
    *head, last = re.split(r"(?<=[ -])", integer_words(number))
    ending = ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return "".join(head) + ending


def _plain(written: str) -> str:
    whole, _, decimals = written.replace(",", "").partition(".")
    if decimals:
        digits = " ".join(ONES[int(digit)] for digit in decimals)
        return f"{integer_words(int(whole)) if len(whole) <= 12 else digit_words(whole)} point {digits}"
    if len(written) == 4 and 1800 <= int(whole) <= 2099:
        return year_words(int(whole))
    if (len(whole) > 6 and "," not in written) or len(whole) > 12:
        return digit_words(whole)
    return integer_words(int(whole))


def _pounds(written: str) -> str:
    pounds, _, pence = written.replace(",", "").partition(".")
    said = f"{integer_words(int(pounds))} {'pound' if int(pounds) == 1 else 'pounds'}" if len(pounds) <= 12 else digit_words(pounds)
    return f"{said} {integer_words(int(pence))}" if int(pence or 0) else said
