"""Houses that own several agencies and outlets, by the names these sign with.

Two chains of one house may not be two independent ones; they are counted apart, and the owner is
told beside them. Written for Vigil from general knowledge of the press, as of 2023, and neither
complete nor checked against a register: an outlet that is not here has no owner here.
"""

from __future__ import annotations

_TABLE = """
Rossiya Segodnya: RIA Novosti, RIA, Sputnik, Sputnik News
Islamic Revolutionary Guard Corps (by repute): Fars, Fars News Agency, Tasnim, Tasnim News Agency
government of Iran: IRNA, Islamic Republic News Agency, Press TV, IRIB
government of Russia: TASS, RT, Rossiyskaya Gazeta
government of China: Xinhua, Xinhua News Agency, CGTN, China Daily
People's Daily: People's Daily, Global Times
government of Turkey: Anadolu, Anadolu Agency, TRT, TRT World
News Corp: The Sun, The Times, The Sunday Times, New York Post, The Wall Street Journal, \
Wall Street Journal, Dow Jones, Dow Jones Newswires, The Australian, Barron's, MarketWatch
DMG Media: Daily Mail, MailOnline, Mail on Sunday, Metro, i
Reach: Daily Mirror, Daily Express, Daily Star, Daily Record, Manchester Evening News
Axel Springer: Bild, Die Welt, Welt, Politico, Business Insider
NBCUniversal: NBC News, CNBC, MSNBC
Thomson Reuters: Reuters, Thomson Reuters
Saudi Research and Media Group: Asharq Al-Awsat, Arab News, Independent Arabia
Nikkei: Nikkei, Nikkei Asia, Financial Times
Ringier Axel Springer: Onet, Blikk, Noizz
Postmedia: National Post, Ottawa Citizen, Vancouver Sun, Toronto Sun
Gannett: USA Today, Arizona Republic, Detroit Free Press
Fox Corporation: Fox News, Fox Business
US Agency for Global Media: Voice of America, VOA, Radio Free Europe/Radio Liberty, RFE/RL, \
Radio Free Asia
"""
_OWNERS = {
    name.strip().casefold(): line.split(":", 1)[0]
    for line in _TABLE.strip().splitlines()
    for name in line.split(":", 1)[1].split(",")
}


def owner_of(name: str | None) -> str:
    """The house that owns an agency or outlet, or "".

    >>> owner_of("RIA Novosti") == owner_of("sputnik") == "Rossiya Segodnya"
    True
    """
    words = " ".join((name or "").casefold().split())
    return _OWNERS.get(words) or _OWNERS.get(words.removeprefix("the "), "")
