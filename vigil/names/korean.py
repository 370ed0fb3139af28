"""Latin readings of Korean names, in Hangul or in Chinese characters.

Two manners: the northern one (Kim Jong Un, Ri, Pak), after McCune–Reischauer, and the southern one
(Kim Jeong Eun, Lee, Park), after the Revised Romanisation of 2000 with the surnames of passports.
A word that is no Korean personal name is foreign, and is written as one word without the vowel
that Korean puts between consonants (블라디미르 bladimir).
"""

from __future__ import annotations

import re

# Letters in the order of Unicode's Hangul syllables: (syllable − 0xAC00) = 588·i + 28·v + f.
LETTER_TEXT = """
    k kk n t tt r m p pp s ss . j jj ch k t p h
    g kk n d tt r m b pp s ss . j jj ch k t p h
    a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i
    a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i
    . k k k n n n t l k m p l l p l m p p t t ng t t k t p t
    """
NORTH_INITIALS, SOUTH_INITIALS, NORTH_VOWELS, SOUTH_VOWELS, FINALS = (
    line.split() for line in LETTER_TEXT.splitlines() if line.strip()
)
FIRST, LAST, PER_INITIAL, PER_VOWEL = 0xAC00, 0xD7A3, 588, 28
SILENT_VOWEL = 18  # ㅡ, put between consonants of foreign names

# surname: northern spelling, southern spelling
SURNAMES = {
    "김": "kim kim", "이": "ri lee", "리": "ri lee", "박": "pak park", "최": "choe choi",
    "정": "jong jung", "강": "kang kang", "조": "jo cho", "윤": "yun yoon", "장": "jang jang",
    "임": "rim lim", "림": "rim lim", "한": "han han", "오": "o oh", "서": "so seo",
    "신": "sin shin", "권": "kwon kwon", "황": "hwang hwang", "안": "an ahn", "송": "song song",
    "류": "ryu ryu", "유": "ryu yoo", "전": "jon jeon", "홍": "hong hong", "고": "ko ko",
    "문": "mun moon", "양": "yang yang", "량": "ryang yang", "손": "son son", "배": "pae bae",
    "백": "paek baek", "허": "ho heo", "노": "no noh", "로": "ro noh", "남": "nam nam",
    "심": "sim shim", "주": "ju joo", "하": "ha ha", "곽": "kwak kwak", "성": "song sung",
    "차": "cha cha", "우": "u woo", "구": "ku koo", "나": "ra na", "라": "ra na", "민": "min min",
    "진": "jin jin", "지": "ji ji", "엄": "om eom", "채": "chae chae", "원": "won won",
    "천": "chon cheon", "방": "pang bang", "공": "kong kong", "현": "hyon hyun", "함": "ham ham",
    "변": "pyon byun", "염": "ryom yeom", "렴": "ryom yeom", "여": "ryo yeo", "추": "chu choo",
    "도": "to do", "소": "so so", "석": "sok seok", "선": "son sun", "설": "sol seol",
    "마": "ma ma", "길": "kil gil", "연": "yon yeon", "위": "wi wi", "표": "pyo pyo",
    "명": "myong myung", "기": "ki ki", "반": "pan ban", "왕": "wang wang", "금": "kum keum",
    "옥": "ok ok", "육": "yuk yook", "인": "in in", "맹": "maeng maeng", "제": "je je",
    "모": "mo mo", "탁": "tak tak", "국": "kuk kook", "어": "o eo", "은": "un eun",
    "편": "pyon pyun",    "용": "ryong yong", "태": "thae tae", "동": "tong dong",
}  # fmt: skip

# Chinese characters of Korean surnames and given names, as Hangul.
HANJA_SURNAMES = dict(zip(
    "金李朴崔鄭鄭姜趙尹張林韓吳徐申權黃安宋柳全洪高文梁孫裵白許盧南沈朱河郭成車禹具羅閔陳池嚴蔡元千方孔玄咸邊廉呂秋都蘇石宣薛馬吉延魏表明奇潘王琴玉印孟諸牟卓鞠魚殷片龍太",
    "김리박최정정강조윤장림한오서신권황안송류전홍고문량손배백허로남심주하곽성차우구라민진지엄채원천방공현함변렴여추도소석선설마길연위표명기반왕금옥인맹제모탁국어은편용태",
    strict=True,
))  # fmt: skip
HANJA_GIVEN = dict(zip(
    "正恩日成哲永英男女哲光虎浩明東基植俊勇龍赫學國中文相尙熙姬順淑玉福德秀洙洪善先星盛鐵鎮振進昌昶春夏秋冬仁仙京慶景敬賢鉉炫玄權憲顯勳勛濟濬埈俸奉鳳範凡秉炳丙泰兌大太宅鶴河海惠花華桓煥熏容庸鎔用元源遠有裕柔潤允胤殷銀義宜益一任在宰載才全典田定廷貞靜朝祚宗鍾種珠柱周主重志智知鎭眞珍震燦贊澈喆初忠致七弼必漢翰韓香許革鎬好昊鴻孝厚勝昇承升始時信新臣心雅岸安彦淵演燕列烈藝禮五旺雲雄遇雨宇祐郁旭",
    "정은일성철영영남녀철광호호명동기식준용룡혁학국중문상상희희순숙옥복덕수수홍선선성성철진진진창창춘하추동인선경경경경현현현현권헌현훈훈제준준봉봉봉범범병병병태태대태택학하해혜화화환환훈용용용용원원원유유유윤윤윤은은의의익일임재재재재전전전정정정정조조종종종주주주주중지지지진진진진찬찬철철초충치칠필필한한한향허혁호호호홍효후승승승승시시신신신심아안안언연연연열열예예오왕운웅우우우우욱욱",
    strict=True,
))  # fmt: skip

HANGUL_WORD = re.compile("[가-힣]+")
HAN_NAME = re.compile("[\u4e00-\u9fff]{2,4}")
LONGEST_NAME = 4  # syllables: a surname of one, rarely two, and a given name of one or two
# Simplified characters of surnames, as they stand in Chinese texts about Koreans.
TRADITIONAL = str.maketrans(
    "郑赵张韩吴权黄许卢车罗闵陈严吕苏薛马鱼龙孙边哲国东学铁镇贤显银义钟华顺",
    "鄭趙張韓吳權黃許盧車羅閔陳嚴呂蘇薛馬魚龍孫邊哲國東學鐵鎭賢顯銀義鍾華順",
)


def korean_readings(text: str) -> tuple[str, ...]:
    """The text with its Hangul words in the northern, then in the southern manner.

    A foreign name has one more reading, with v for ㅂ and f for ㅍ.

    >>> korean_readings("김정은"), korean_readings("박영희")
    (('kim jong un', 'kim jeong eun'), ('pak yong hui', 'park yeong hui'))
    >>> korean_readings("블라디미르 푸틴")[-1].split()
    ['vladimir', 'futin']
    """
    manners = _in_manner(text, north=True), _in_manner(text, north=False)
    words = HANGUL_WORD.findall(text)
    if not any(len(word) > LONGEST_NAME for word in words):
        return manners
    foreign = manners[1].replace("lr", "l").replace("b", "v")
    return (*manners, foreign, foreign.replace("p", "f"))


def hanja_readings(text: str) -> tuple[str, ...]:
    """The readings of a name in Chinese characters as a Korean one; none when it cannot be one.

    >>> hanja_readings("金正恩"), hanja_readings("深圳")
    (('kim jong un', 'kim jeong eun'), ())
    """
    name = text.strip().translate(TRADITIONAL)
    if not HAN_NAME.fullmatch(name) or name[0] not in HANJA_SURNAMES:
        return ()
    given = [HANJA_GIVEN.get(c) or HANJA_SURNAMES.get(c) for c in name[1:]]
    if not all(given):
        return ()
    return korean_readings(HANJA_SURNAMES[name[0]] + "".join(c for c in given if c))


def _in_manner(text: str, *, north: bool) -> str:
    return HANGUL_WORD.sub(lambda match: f" {_word(match.group(), north)} ", text).strip()


def _word(word: str, north: bool) -> str:
    spelling = SURNAMES.get(word[0])
    if spelling is None or len(word) > LONGEST_NAME or len(word) == 1:
        return "".join(_syllable(s, north, foreign=len(word) > 1) for s in word)
    surname = spelling.split()[0 if north else 1]
    return " ".join([surname, *(_syllable(s, north, foreign=False) for s in word[1:])])


def _syllable(syllable: str, north: bool, *, foreign: bool) -> str:
    initial, rest = divmod(ord(syllable) - FIRST, PER_INITIAL)
    vowel, final = divmod(rest, PER_VOWEL)
    initials, vowels = (NORTH_INITIALS, NORTH_VOWELS) if north else (SOUTH_INITIALS, SOUTH_VOWELS)
    middle = "" if foreign and vowel == SILENT_VOWEL else vowels[vowel]
    return (initials[initial] + middle + FINALS[final]).replace(".", "")
