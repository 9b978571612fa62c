"""Checking a long report with every rule, and a pair."""

from tests.benchmarks.timing import best
from toolkit.checks.registry import rules
from toolkit.checks.rule import PairInput
from toolkit.checks.run import run
from toolkit.model import Document
from toolkit.readers.registry import read_bytes

TITLE = "Checking"
NOTE = (
    "A report made by code: paragraphs, recommendations, references and lists of States; about "
    "eight paragraphs make a page. All rules on one document, read before the clock is started, "
    "and the rules on pairs on that document and its twin in Chinese, without alignment. CPU "
    "seconds, the best of the runs."
)
_PAGE = 8  # paragraphs

_EN = (
    "{n}. At its 2nd meeting the Group took note of document XYZ/COP/WG.1/2030/{n} and of the "
    "state of waterway {n}, where {k} boats had passed (see paragraph {m} above).\n\n"
)
_EN_REC = "#### Recommendation {r}\n\nStates parties should check lock {r} within {k} days.\n\n"
_ZH = (
    "{n}. 工作组在第 2 次会议上注意到 XYZ/COP/WG.1/2030/{n} 号文件和第 {n} 号航道的情况，"
    "共有 {k} 艘船通过（见上文第 {m} 段）。\n\n"
)
_ZH_REC = "#### 建议 {r}\n\n缔约国应在 {k} 天内检查第 {r} 号船闸。\n\n"


def report(paragraphs: int, language: str) -> Document:
    """Return a report of so many paragraphs, a recommendation behind every tenth."""
    line, rec = (_EN, _EN_REC) if language == "en" else (_ZH, _ZH_REC)
    parts = ["# Report\n\n## I. Debate\n\n" if language == "en" else "# 报告\n\n## 一. 审议\n\n"]
    for n in range(1, paragraphs + 1):
        parts.append(line.format(n=n, k=n * 7, m=max(n - 1, 1)))
        if n % 10 == 0:
            parts.append(rec.format(r=n // 10, k=n))
    return read_bytes("".join(parts).encode(), f"report.{language}.md").document


def rows(quick: bool) -> list[dict[str, str]]:
    """Measure; ``quick`` with the smallest size."""
    sizes = (100,) if quick else (100, 300, 1_000)
    return [_row(pages, repeats=1 if quick else 2) for pages in sizes]


def _row(pages: int, repeats: int) -> dict[str, str]:
    source, target = (report(pages * _PAGE, code) for code in ("en", "zh"))
    pair = PairInput(source, target)
    codes = [one.code for one in rules() if one.code.startswith(("PAR", "TRM"))]
    alone = best(lambda: run([source]), repeats)
    chinese = best(lambda: run([target]), repeats)
    both = best(lambda: run([], [pair], select=codes), 1)
    return {
        "pages": f"{pages:,}",
        "paragraphs": f"{pages * _PAGE:,}",
        "English": f"{alone:.2f} s",
        "Chinese": f"{chinese:.2f} s",
        "pair": f"{both:.2f} s",
        "ms a page, English": f"{alone / pages * 1000:.1f}",
        "ms a page, Chinese": f"{chinese / pages * 1000:.1f}",
    }
