"""Readings of Chinese names beyond syllable by syllable: surnames, places, words of firms.

A firm's Chinese name is often half sound, half meaning: the place and the trade are translated,
the rest is pinyin. Surnames that are read otherwise than the character alone are after the
Xinhua dictionary's entries for surnames; foreign names after the usual press transcriptions.
"""

from __future__ import annotations

from functools import lru_cache

# Characters that are read otherwise as a surname.
SURNAMES = {
    "单": "shan", "單": "shan", "仇": "qiu", "解": "xie", "查": "zha", "曾": "zeng", "区": "ou",
    "區": "ou", "任": "ren", "尉迟": "yuchi", "长孙": "zhangsun", "朴": "piao", "盖": "ge",
    "蓋": "ge", "覃": "qin", "翟": "zhai", "乐": "yue", "樂": "yue", "卜": "bu", "种": "chong",
    "缪": "miao", "繆": "miao", "折": "she", "洗": "xian", "冼": "xian", "葛": "ge", "万俟": "moqi",
    "員": "yun", "员": "yun", "召": "shao", "秘": "bi", "那": "na", "祭": "zhai", "黑": "he",
    "吕": "lu", "呂": "lu", "沈": "shen", "宁": "ning", "石": "shi",
}  # fmt: skip

WORD_TEXT = """
    有限公司 co ltd
    有限责任公司 co ltd
    有限責任公司 co ltd
    股份有限公司 co ltd
    股份公司 co ltd
    集团公司 group company
    公司 company
    集团 group
    集團 group
    科技 technology
    技术 technology
    技術 technology
    高新 high tech
    电子 electronics
    電子 electronics
    微电子 microelectronics
    机械 machinery
    機械 machinery
    机器 machine
    机床 machine tool
    机器人 robotics
    机电 electromechanical
    设备 equipment
    設備 equipment
    装备 equipment
    数控 cnc
    仪器 instruments
    贸易 trading
    貿易 trading
    商贸 trading
    进出口 import export
    進出口 import export
    国际 international
    國際 international
    实业 industrial
    實業 industrial
    工业 industrial
    工業 industrial
    产业 industry
    动力 power
    能源 energy
    电力 electric power
    石油 petroleum
    石化 petrochemical
    化工 chemical
    化学 chemical
    钢铁 steel
    材料 materials
    新材料 new materials
    航空 aviation
    航天 aerospace
    航运 shipping
    航運 shipping
    船务 shipping
    船務 shipping
    海运 shipping
    海運 shipping
    物流 logistics
    货运 freight
    货代 freight forwarding
    运输 transport
    通信 communications
    通讯 communications
    信息 information
    网络 network
    软件 software
    半导体 semiconductor
    光电 optoelectronics
    光学 optics
    激光 laser
    智能 intelligent
    自动化 automation
    控制 control
    精密 precision
    研究院 research institute
    研究所 research institute
    设计 design
    大学 university
    大學 university
    学院 institute
    银行 bank
    銀行 bank
    投资 investment
    投資 investment
    控股 holdings
    金融 financial
    保险 insurance
    发展 development
    發展 development
    开发 development
    建设 construction
    建筑 construction
    工程 engineering
    制造 manufacturing
    製造 manufacturing
    制品 products
    供应链 supply chain
    服务 services
    咨询 consulting
    医疗 medical
    汽车 automobile
    无人机 uav
    中国 china
    中國 china
    香港 hong kong
    澳门 macau
    澳門 macau
    台湾 taiwan
    臺灣 taiwan
    台灣 taiwan
    台北 taipei
    臺北 taipei
    北京 beijing
    上海 shanghai
    天津 tianjin
    重庆 chongqing
    广州 guangzhou
    廣州 guangzhou
    深圳 shenzhen
    东莞 dongguan
    佛山 foshan
    珠海 zhuhai
    厦门 xiamen
    宁波 ningbo
    杭州 hangzhou
    苏州 suzhou
    无锡 wuxi
    南京 nanjing
    常州 changzhou
    成都 chengdu
    武汉 wuhan
    西安 xian
    大连 dalian
    青岛 qingdao
    济南 jinan
    沈阳 shenyang
    哈尔滨 harbin
    长沙 changsha
    长春 changchun
    郑州 zhengzhou
    合肥 hefei
    福州 fuzhou
    金华 jinhua
    温州 wenzhou
    义乌 yiwu
    新疆 xinjiang
    西藏 tibet
    内蒙古 inner mongolia
    广东 guangdong
    浙江 zhejiang
    江苏 jiangsu
    山东 shandong
    四川 sichuan
    湖北 hubei
    湖南 hunan
    陕西 shaanxi
    省 province
    市
    弗拉基米尔 vladimir
    普京 putin
    谢尔盖 sergei
    亚历山大 alexander
    伊万 ivan
    阿不都 abdul
    阿卜杜勒 abdul
    阿布都 abdul
    哈克 haq
    穆罕默德 muhammad
    买买提 memet
    艾哈迈德 ahmed
    阿里 ali
    侯赛因 hussein
    哈桑 hassan
    易卜拉欣 ibrahim
    约翰 john
    迈克尔 michael
    大卫 david
    保罗 paul
    金正恩 kim jong un
    金正日 kim jong il
    蔡英文 tsai ing wen
    马英九 ma ying jeou
    李光耀 lee kuan yew
    李显龙 lee hsien loong
    习近平 xi jinping
"""
LONGEST_SURNAME = 2


def chinese_words(text: str) -> str:
    """The text with known words in Latin letters, and the surname as surnames are read.

    >>> chinese_words("宁波贝宁机床有限公司").split()
    ['ningbo', '贝宁', 'machine', 'tool', 'co', 'ltd']
    >>> chinese_words("单田芳").split()
    ['shan', '田芳']
    """
    words, longest = _words()
    out: list[str] = []
    at = 0
    while at < len(text):
        for length in range(min(longest, len(text) - at), 0, -1):
            if (found := words.get(text[at : at + length])) is not None:
                out.append(f" {found} ")
                at += length
                break
        else:
            out.append(text[at])
            at += 1
    return _surname(text) if "".join(out) == text else "".join(out)


def _surname(text: str) -> str:
    for length in range(LONGEST_SURNAME, 0, -1):
        if len(text) > length and text[:length] in SURNAMES:
            return f" {SURNAMES[text[:length]]} {text[length:]}"
    return text


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, str], int]:
    lines = (line.split(maxsplit=1) for line in WORD_TEXT.splitlines() if line.strip())
    words = {line[0]: line[1] if len(line) > 1 else "" for line in lines}
    return words, max(map(len, words))
