"""Units as a memory of reports has them: made from parallel phrases about an invented body.

Sentences are put together from phrases that mean the same in both languages, and a good part of
them are like an earlier one: with other values, another clause, or a word more or less.
"""

import random
from collections.abc import Iterator
from itertools import islice

from toolkit.model.unit import TranslationUnit

Pair = tuple[str, str]
Part = tuple[str, str, int]  # what it is in both languages, and its place in the Chinese

BODIES = """the Working Group|工作组;the Lantern Board|灯笼委员会;the secretariat|秘书处
the Conference of the Keepers|守灯人大会;the Expert Panel on Wicks|灯芯专家小组
the Committee on Inland Lights|内陆灯标委员会;several speakers|一些发言者
one representative|一名代表;the Chair|主席
the observer for the Guild of Chandlers|蜡烛商行会观察员;many delegations|许多代表团
the group of riverine States|沿河国家集团;the Bureau|主席团;the Rapporteur|报告员
the host authority|东道国主管部门;the drafting group|起草小组;States parties|缔约国
Member States|会员国;national registries|国家登记机关;port authorities|港口当局"""
VERBS = """took note of|注意到;welcomed|欢迎;recalled|回顾;considered|审议了;endorsed|核可了
noted with concern|关切地注意到;reported on|报告了;stressed the importance of|强调
requested the secretariat to prepare|请秘书处编写;should consider|应考虑
should strengthen|应加强;are encouraged to review|宜审查;may wish to examine|不妨研究
shall publish|应当公布;drew attention to|提请注意;discussed|讨论了;revised|修订了;adopted|通过了
did not support|不支持;postponed|推迟了;looked forward to|期待;commended|赞扬了;supported|支持
launched|启动了"""
KINDS = """regional|区域;national|国家;annual|年度;joint|联合;draft|草拟的;technical|技术
voluntary|自愿;practical|实用;comprehensive|全面;preliminary|初步;independent|独立
cross-border|跨境;digital|数字;seasonal|季节性;environmental|环境;financial|财务;legal|法律
internal|内部;public|公共;common|共同;long-term|长期;short-term|短期;special|特别;revised|订正
consolidated|合并;provisional|临时;statistical|统计;historical|历史;coastal|沿海;municipal|市政
educational|教育;administrative|行政"""
THINGS = """register of lamps|灯具登记册;guidelines on the care of lenses|透镜养护准则
training of keepers|守灯人培训;inventory of buoys|浮标清单;supply of lamp oil|灯油供应
maintenance of beacons|信标维护;survey of channels|航道调查;exchange of spare parts|备件交换
plan for replacing wicks|灯芯更换计划;fund for small ports|小港口基金
database of wrecks|沉船数据库;protocol on fog signals|雾号议定书
report on collisions|碰撞事故报告;inspection of towers|灯塔检查
code of conduct for pilots|引航员行为守则;list of contact points|联络点名单
questionnaire on tariffs|关税调查表;programme of work|工作方案
strategy for dark stretches|无灯河段战略;agreement on dredging|疏浚协定
audit of expenditure|支出审计;handbook for inspectors|检查员手册;assessment of risks|风险评估
network of laboratories|实验室网络;standard for lamp glass|灯罩玻璃标准
system of early warning|预警系统;schedule of meetings|会议时间表;map of river crossings|渡口地图
set of indicators|指标体系;mechanism for complaints|申诉机制;archive of log books|航行日志档案
campaign against theft of copper|打击盗窃铜件运动;study of energy use|能源使用研究
budget for repairs|维修预算"""
AIMS = """in order to reduce accidents at night|以减少夜间事故
with a view to saving energy|以期节约能源;so as to protect migratory birds|以保护候鸟
taking into account the needs of small ports|同时考虑到小港口的需要
subject to the availability of resources|视资源情况而定
in close cooperation with the Guild|与行会密切合作;as soon as possible|尽快
within existing resources|在现有资源范围内;in accordance with the Convention|根据《公约》
without prejudice to ongoing negotiations|在不影响正在进行的谈判的情况下
at the request of the Bureau|应主席团的请求;on the basis of information received|根据收到的资料
where appropriate|酌情;through regular consultations|通过定期协商
despite the shortage of staff|尽管人手不足;for the first time in many years|多年来首次
to the extent possible|尽可能;in line with previous decisions|依照以往各项决定
with the assistance of volunteers|在志愿者的协助下
following the floods in the delta|三角洲洪水之后
before the beginning of the season|在季节开始之前
under the supervision of inspectors|在检查员的监督下"""
PLACES = """in the northern basin|在北部流域;along the lower reaches|沿下游
at the mouth of the estuary|在河口;in landlocked regions|在内陆地区
on the upper lakes|在上游湖区;near the old locks|在旧船闸附近;in the eastern channels|在东部水道
around the islands|在群岛周围;at the main crossings|在主要渡口;in shallow waters|在浅水区
throughout the region|在整个区域;in the tidal zone|在潮汐带"""
HEADS = """register|登记册;inventory|清单;survey|调查;audit|审计;exchange|交流;supply|供应
maintenance|维护;inspection|检查;study|研究;archive|档案;database|数据库;map|分布图;plan|计划
list|名单;training|培训;code|守则;handbook|手册;network|网络;system|系统;standard|标准
schedule|时间表;fund|基金;report|报告;protocol|议定书;agreement|协定;mechanism|机制;budget|预算
strategy|战略;assessment|评估;set|成套办法;programme|方案;index|索引;comparison|比较
history|沿革;design|设计;storage|储存;transport|运输;sale|销售;rental|租用;export|出口"""
MATTERS = """lamps|灯具;lenses|透镜;wicks|灯芯;buoys|浮标;beacons|信标;towers|灯塔
keepers|守灯人;pilots|引航员;channels|航道;wrecks|沉船;crossings|渡口;locks|船闸;tariffs|收费
fog signals|雾号;lamp oil|灯油;mirrors|反射镜;collisions|碰撞事故;small ports|小港口
ferries|渡船;barges|驳船;dredgers|挖泥船;anchors|锚具;chains|锚链;moorings|系泊设备
signal flags|信号旗;log books|航行日志;tide tables|潮汐表;depth gauges|测深仪;bridges|桥梁
embankments|堤岸;warehouses|仓库;customs posts|海关站;patrol boats|巡逻艇;rescue stations|救援站
fuel depots|油库;batteries|蓄电池;solar panels|太阳能板;cables|电缆;radio masts|无线电塔
spare parts|备件;complaints|投诉;licences|许可证;fees|费用;accidents|事故;floods|洪水
droughts|干旱;invasive plants|入侵植物;fishing grounds|渔场;bird colonies|鸟类栖息地
wetlands|湿地;drinking water|饮用水;waste|废物;noise|噪声;apprentices|学徒
widows of keepers|守灯人遗孀;volunteers|志愿者;schools|学校;museums|博物馆;visitors|访客
contracts|合同;loans|贷款;insurance|保险;copper|铜材;timber|木材;paint|油漆;glass|玻璃;ice|冰情"""
ACTS = """reduce|减少;protect|保护;replace|更换;register|登记;repair|修复;monitor|监测
improve|改善;finance|资助;count|清点;share|共享;simplify|简化;inspect|检查;restore|恢复
insure|投保;publish|公布;harmonize|统一"""
MONTHS = "January February March April May June July August September October November December"


def _pairs(text: str) -> list[Pair]:
    lines = (one for line in text.splitlines() for one in line.split(";"))
    return [tuple(one.split("|")) for one in lines]  # type: ignore[misc]


_BODIES, _VERBS, _KINDS = _pairs(BODIES), _pairs(VERBS), _pairs(KINDS)
_THINGS, _AIMS, _PLACES = _pairs(THINGS), _pairs(AIMS), _pairs(PLACES)
_MONTHS = MONTHS.split()
_NUMBERS = _pairs("two|两;three|三;four|四;five|五;six|六;seven|七;eight|八;nine|九;ten|十")


def units(count: int, seed: int = 7) -> Iterator[TranslationUnit]:
    """Yield so many units, always the same for the same seed; hardly any is there twice."""
    chance = random.Random(seed)
    recent: list[list[Part]] = []
    number = 0
    while number < count:
        if recent and chance.random() < 0.35:
            parts = _changed(chance.choice(recent), chance)
        else:
            parts = _sentence(chance)
        if len(recent) < 20_000:
            recent.append(parts)
        else:
            recent[chance.randrange(len(recent))] = parts
        number += 1
        yield _unit(parts, number)


def held_out(count: int, seed: int = 7) -> list[TranslationUnit]:
    """Return units of the same kind that ``units`` with this seed does not begin with."""
    return list(islice(units(count, seed + 1_000_003), count))


def _unit(parts: list[Part], number: int) -> TranslationUnit:
    source = " ".join(one for one, _, _ in parts).replace(" ,", ",")
    target = "".join(other for _, other, _ in sorted(parts, key=lambda part: part[2]))
    return TranslationUnit(
        source=source[0].upper() + source[1:] + ".",
        target=target + "。",
        symbol=f"CSIW/COP/WG.3/{1990 + number % 36}/{number % 97}",
        path=f"III/para {number % 140}",
        created=f"{1990 + number % 36}-09-0{1 + number % 9}",
    )


def _sentence(chance: random.Random) -> list[Part]:
    parts = _opening(chance) if chance.random() < 0.35 else []
    parts += _clause(chance, 10)
    clauses = 1
    while chance.random() < 0.4 and clauses < 5:
        clauses += 1
        parts += [(", and", "，", clauses * 10), *_clause(chance, clauses * 10)]
    return parts


def _opening(chance: random.Random) -> list[Part]:
    meeting, day = chance.randrange(1, 24), chance.randrange(1, 29)
    month, year = chance.randrange(12), chance.randrange(1990, 2027)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(meeting if meeting < 20 else meeting % 10, "th")
    return [
        (f"at its {meeting}{ending} meeting,", f"第{meeting}次会议上，", 1),
        (f"on {day} {_MONTHS[month]} {year},", f"在{year}年{month + 1}月{day}日", 0),
    ]


def _clause(chance: random.Random, place: int) -> list[Part]:
    """Return a clause; in Chinese the place stands before the verb."""
    parts = [(*chance.choice(_BODIES), place + 1), (*chance.choice(_VERBS), place + 3)]
    parts += [("the", "", place + 3), (*chance.choice(_KINDS), place + 4)]
    parts += [(*_thing(chance), place + 5)]
    if chance.random() < 0.4:
        parts += [(*_where(chance), place + 2)]
    if chance.random() < 0.45:
        aim = _aim(chance)
        parts += [(aim[0], f"，{aim[1]}", place + 7)]
    if chance.random() < 0.25:
        parts += [(*_value(chance), place + 6)]
    return parts


def _often(chance: random.Random, pairs: list[Pair]) -> Pair:
    """Return one of the pairs, the first ones far more often than the last."""
    return pairs[int(len(pairs) ** chance.random()) - 1]


def _thing(chance: random.Random) -> Pair:
    if chance.random() < 0.25:
        return chance.choice(_THINGS)
    head, matter = _often(chance, _HEADS), _often(chance, _MATTERS)
    if chance.random() < 0.3:
        other = chance.choice(_MATTERS)
        return f"{head[0]} of {matter[0]} and {other[0]}", f"{matter[1]}和{other[1]}{head[1]}"
    return f"{head[0]} of {matter[0]}", f"{matter[1]}{head[1]}"


def _aim(chance: random.Random) -> Pair:
    if chance.random() < 0.5:
        return _often(chance, _AIMS)
    act, matter = chance.choice(_ACTS), chance.choice(_MATTERS)
    return f"in order to {act[0]} {matter[0]}", f"以{act[1]}{matter[1]}"


def _where(chance: random.Random) -> Pair:
    """Return a place: one of a few, or a port out of thousands, some of them often named."""
    if chance.random() < 0.4:
        return chance.choice(_PLACES)
    rank = int(5_000 ** chance.random())
    sounds = [_SOUNDS[(rank // 20**power + 7 * power) % 20] for power in range(3)]
    return f"in the port of {''.join(s for s, _ in sounds).capitalize()}", (
        f"在{''.join(z for _, z in sounds)}港"
    )


def _value(chance: random.Random) -> Pair:
    kind = chance.randrange(4)
    if kind == 0:
        symbol = f"CSIW/COP/{chance.randrange(1995, 2027)}/{chance.randrange(1, 60)}"
        return f"(see {symbol}, para. {chance.randrange(1, 90)})", f"（见{symbol}）"
    if kind == 1:
        english, chinese = chance.choice(_NUMBERS)
        return f"in {english} ports", f"（涉及{chinese}个港口）"
    share = chance.randrange(2, 99)
    if kind == 2:
        return f"covering {share} per cent of the fleet", f"（覆盖船队的{share}%）"
    amount = chance.randrange(1_000, 99_999)
    return f"at a cost of {amount:,} crowns", f"（费用为{amount:,}克朗）"


def _changed(parts: list[Part], chance: random.Random) -> list[Part]:
    """Return a sentence like this one."""
    parts = list(parts)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(parts))
        place = parts[at][2]
        kind = chance.randrange(4)
        if kind == 0:
            family = next((family for family in _ALL if parts[at][:2] in family), None)
            parts[at] = (*(chance.choice(family) if family else _thing(chance)), place)
        elif kind == 1:
            aim = _aim(chance)
            parts.append((aim[0], f"，{aim[1]}", 97))
        elif kind == 2 and len(parts) > 4:
            del parts[at]
        else:
            parts.append((*_value(chance), 96))
    return parts


_HEADS, _MATTERS, _ACTS = _pairs(HEADS), _pairs(MATTERS), _pairs(ACTS)
_ALL = (_BODIES, _VERBS, _KINDS, _THINGS, _AIMS, _PLACES)
_SOUNDS = _pairs(
    "ka|卡;lo|洛;mi|米;ra|拉;te|特;vo|沃;su|苏;ne|内;do|多;ba|巴;gi|吉;fa|法;ze|泽;ri|里;no|诺;pe|佩"
    ";ha|哈;lu|卢;ta|塔;wi|维"
)
