"""What a review says to its reviewer, in English and Chinese."""

LINES = (
    "# How to review: set status to ok or approved where a pair is right, to wrong where it is no "
    "pair. Regroup by changing the numbers in source segments and target segments (12, 13); every "
    "number stays in exactly one row. Correct a translation in target. Leave id, source and key "
    "as they are. Then: undraft align SOURCE TARGET --apply THIS-FILE -o OUT.tmx",
    "# 审校方法：配对正确的，在 status 列填 ok 或 approved；不成对的填 wrong。要重新分组，"
    "请改 source segments 和 target segments 两列的编号（如 12, 13），每个编号只能出现在一行中。"
    "译文可直接在 target 列改正。id、source、key 三列请勿改动。"
    "改好后运行：undraft align 原文 译文 --apply 本文件 -o 结果.tmx",
)
"""The first lines of a review that is text."""

SHEET: tuple[tuple[str, str], ...] = (
    ("How to review this alignment", "如何审校本对齐结果"),
    (
        "The sheet “Review” lists all pairs of sentences; the doubtful ones come first, in colour.",
        "“Review”工作表列出全部句对；存疑的排在最前，并着色。",
    ),
    (
        "A pair is right: choose ok (read) or approved (released) in the column status.",
        "配对正确：在 status 列选择 ok（已审）或 approved（已核准）。",
    ),
    (
        "No pair at all: choose wrong. It is kept out of the memory.",
        "根本不成对：选择 wrong，该句对不会进入翻译记忆。",
    ),
    (
        "Wrongly grouped: change the numbers in source segments and target segments, for example "
        "12, 13. Every number must stay in exactly one row. A row may be left without any; for a "
        "further row, add one at the end and leave its id and key empty.",
        "分组有误：改动 source segments 和 target segments 两列的编号，例如 12, 13。"
        "每个编号必须且只能出现在一行中。某行可以不留编号；需要增加一行时，"
        "请加在末尾，id 和 key 两列留空。",
    ),
    (
        "The translation has a mistake: correct it in the column target.",
        "译文有误：直接在 target 列改正。",
    ),
    (
        "Anything else to say: write it in the column note. It goes into the memory with the pair.",
        "其他意见：写在 note 列，将随句对一并存入翻译记忆。",
    ),
    (
        "Leave id, source and key (hidden) as they are. Rows may be sorted and filtered.",
        "id、source 和 key（已隐藏）三列请勿改动。各行可以排序、筛选。",
    ),
    (
        "Then run: undraft align SOURCE TARGET --apply THIS-FILE -o OUT.tmx",
        "改好后运行：undraft align 原文 译文 --apply 本文件 -o 结果.tmx",
    ),
)
"""The first sheet of a workbook; its first row is the title."""
