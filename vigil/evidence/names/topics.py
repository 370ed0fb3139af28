"""Words that show of what a page speaks: sanctions, arms and drones, ships.

Written for Vigil from general knowledge of English news prose; folded, lower case, with plurals.
"""

from __future__ import annotations

DRONE_TEXT = """
    drone drones uav uavs uas unmanned uncrewed loitering munition munitions kamikaze quadcopter
    quadcopters ucav ucavs airframe airframes suicide aerial
    """
ARMS_TEXT = """
    missile missiles rocket rockets warhead warheads weapon weapons weaponry arms ammunition
    artillery bomb bombs military explosives centrifuge centrifuges uranium nuclear
    proliferation nonproliferation irgc militia militias terror terrorist terrorists terrorism
    ballistic paramilitary mercenary mercenaries militants insurgents
    """
WRONGS_TEXT = """
    sanction sanctions sanctioned sanctioning unsanctioned blacklist blacklisted blacklisting
    embargo embargoes embargoed designate designated designates designation designations
    delisted smuggle smuggled smuggler smugglers smuggling evade evaded evading evasion
    circumvent circumvented circumventing circumvention illicit illicitly illegal illegally
    violate violated violates violating violation violations indicted indictment convicted
    conspiracy conspired charged procurement procure procured procuring procures diverted
    diversion divert launder laundered laundering ofac bis treasury denied denial debarred
    entity fraud bribery corruption trafficking cartel seized confiscated forfeiture frozen
    freeze shell front transshipment transshipped reexport reexported dual
    """
DRONE = frozenset(DRONE_TEXT.split())
ARMS = DRONE | frozenset(ARMS_TEXT.split())
WRONGS = frozenset(WRONGS_TEXT.split())
# In other matters these are said as often.
LOOSE = frozenset({"entity", "front", "shell", "dual", "charged", "denied", "denial", "bis"})
DEALING = WRONGS - LOOSE
TOPIC = ARMS | DEALING
# Of wars, too: enough for a name that is rare.
WAR = frozenset({"war", "invasion", "invaded", "troops", "fighters", "army", "soldiers", "combat"})
# Beside the bare name of a drone.
DRONES = tuple(sorted(DRONE))
SHIPS = (
    "vessel", "vessels", "ship", "ships", "tanker", "tankers", "cargo", "freighter", "imo", "mv",
    "mt", "sailed", "moored", "docked", "flagged", "fleet", "crew", "captain", "carrier", "bulker",
    "anchored", "port", "boat", "yacht", "supertanker", "vlcc", "barge",
)  # fmt: skip
