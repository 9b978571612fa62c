"""Mastheads of an invented body, so that a rule's example is a whole small document.

``report``, ``draft`` and ``addendum`` put one in front of a body; ``body_of`` takes it off again
for the page of a rule; ``en``, ``zh`` and the others make the example itself.
"""

from toolkit.checks.rule import Example

_EN = """United Nations    {symbol}

**Conference of the Parties to the Convention on Lighthouses**

Distr.: {distribution}
{date}
Original: English

V.30-01234 (E)    {stamp}    {stamp}

*3001234*

**Working Group on Harbour Safety**

Vienna, 3–5 June 2030

# {title}

"""

_ZH = """联合国    {symbol}

**灯塔公约缔约方会议**

Distr.: {distribution}
{date}
Chinese
Original: English

V.30-01234 (C)    {stamp}    {stamp}

*3001234*

**港口安全工作组**

2030 年 6 月 3 日至 5 日，维也纳

# {title}

"""

_HEADS = {"en": _EN, "zh": _ZH}
_BASE = "XYZ/COP/WG.1/2030/"
_REPORT_TITLES = {
    "en": "Report on the meeting of the Working Group on Harbour Safety held in Vienna "
    "from 3 to 5 June 2030",
    "zh": "2030 年 6 月 3 日至 5 日在维也纳举行的港口安全工作组会议的报告",
}
_DRAFT_TITLES = {"en": "Draft report", "zh": "报告草稿"}
_BODIES = {
    "en": "## I. Introduction\n\n1. The Working Group met in Vienna.\n",
    "zh": "## 一. 导言\n\n1. 工作组在维也纳举行了会议。\n",
}
_ADDENDA = {"en": "Addendum", "zh": "增编"}


def report(body: str, language: str = "en") -> str:
    """Return a final report with this body."""
    return _head(language, "6", "General", "18 June 2030", _REPORT_TITLES[language]) + body


def draft(body: str, language: str = "en") -> str:
    """Return the first part of a draft report with this body."""
    return _head(language, "L.1", "Limited", "3 June 2030", _DRAFT_TITLES[language]) + body


def addendum(body: str, language: str = "en") -> str:
    """Return an addendum to a draft report with this body."""
    head = _head(language, "L.1/Add.1", "Limited", "4 June 2030", _DRAFT_TITLES[language])
    return f"{head}## {_ADDENDA[language]}\n\n{body}"


def body_of(text: str) -> str:
    """Return what stands behind one of our mastheads; any other text whole."""
    for frame in (make("", language) for make in (addendum, report, draft) for language in _HEADS):
        if text.startswith(frame):
            return text.removeprefix(frame)
    return text


def _head(language: str, serial: str, distribution: str, date: str, title: str) -> str:
    day, month, year = date.split()
    stamp = f"{int(day):02}{ {'June': '06'}[month] }{year[2:]}"
    return _HEADS[language].format(
        symbol=_BASE + serial, distribution=distribution, date=date, stamp=stamp, title=title
    )


def en(body: str) -> Example:
    """Return an English final report as an example."""
    return Example(text=report(body))


def zh(body: str) -> Example:
    """Return a Chinese final report as an example."""
    return Example(text=report(body, "zh"), language="zh")


def en_addendum(body: str) -> Example:
    """Return an English addendum to a draft as an example."""
    return Example(text=addendum(body))


def zh_addendum(body: str) -> Example:
    """Return a Chinese addendum to a draft as an example."""
    return Example(text=addendum(body, "zh"), language="zh")


def both(source: str, target: str) -> Example:
    """Return a final report in English with its Chinese version, for a rule on pairs."""
    return Example(text=report(source), other=report(target, "zh"))


def masthead(language: str, *changes: tuple[str, str]) -> Example:
    """Return a final report whose masthead has words changed, as an example.

    Raises:
        ValueError: the masthead does not hold the words to be changed.
    """
    return _altered(report(_BODIES[language], language), language, changes)


def draft_masthead(language: str, *changes: tuple[str, str]) -> Example:
    """Return an addendum to a draft whose masthead has words changed, as an example.

    Raises:
        ValueError: the masthead does not hold the words to be changed.
    """
    return _altered(addendum(_BODIES[language], language), language, changes)


def _altered(text: str, language: str, changes: tuple[tuple[str, str], ...]) -> Example:
    for old, new in changes:
        if old not in text:
            raise ValueError(f"the masthead has no “{old}”")
        text = text.replace(old, new)
    return Example(text=text, language=language)


def parts(first: str, second: str, language: str = "en") -> Example:
    """Return a draft and its first addendum, for a rule on the parts of a report."""
    return Example(text=draft(first, language), other=addendum(second, language), language=language)
