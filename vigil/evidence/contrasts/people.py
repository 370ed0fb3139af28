"""People by what they do: words that end like a trade, and those that do not.

Written for Vigil from general knowledge of English news prose.
"""

from __future__ import annotations

from collections.abc import Sequence

from vigil.evidence.contrasts.mentions import BODY_WORDS, ROLE_OF
from vigil.evidence.contrasts.noun_phrases import BEGINS
from vigil.evidence.contrasts.side import Word
from vigil.evidence.contrasts.word_forms import is_past, listed
from vigil.evidence.words.synonyms import STOP_WORDS

ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "men", "women", "eer")
PLURALS = ("men", "women", "people", "police", "personnel", "crew", "staff")
PEOPLE = frozenset(
    listed(
        """
        academic accomplice accountant addict admiral advocate agent aide airman ally alumnus
        amateur ambassador appellant applicant appointee apprentice associate athlete attache
        bailiff baroness bishop bureaucrat cadet candidate captive casualty celebrity champion
        chef chemist chief child citizen claimant clerk coach colleague colonel commando comrade
        conscript constable consul consultant convict cook corporal courier cousin coxswain
        criminal critic crook culprit dancer daughter deacon deckhand defendant delegate democrat
        detainee diplomat dissident doctor duke electrician emigrant ensign envoy executive expert
        expatriate father freelance friend fugitive general geologist goldsmith graduate guard
        guest guide guru head heir herdsman hostage husband imam immigrant infant informant
        inhabitant inmate intern journalist juror king knight labourer lad landlady lieutenant
        locksmith longshore magistrate magnate marine marshal mason mayor
        mechanic medic mercenary merchant midwife migrant millionaire billionaire mogul monk
        mother mystic nanny nationalist neighbour neighbor nephew niece nobody nomad notary
        novice nun nurse occupant officer official oligarch ombudsman operative orphan owner
        paramedic parent participant partner pastor patient patriarch peasant pedestrian pensioner
        pharmacist physicist pilot pirate plumber poet politician pope porter premier priest
        prince princess prisoner professional prophet protege pundit pupil queen rabbi
        rebel recipient recruit referee refugee regent relative representative republican
        reservist retiree rival saint scholar scout seaman senator sergeant servant serviceman
        sheriff shepherd sibling sister smith sniper son specialist spouse spy stevedore steward
        stewardess stowaway student substitute superintendent surgeon suspect technocrat teen
        teenager tenant terrorist thief thug tourist trainee traitor trustee tycoon uncle
        undersecretary usher vet veteran viceroy victim villain visitor waitress actress hostess
        warden welder wholesaler widow widower wife witness youth youngster
        """
    )
)
# May be anybody: one of these against another word for people is no other role.
ANYBODY = frozenset(
    listed(
        """
        official man woman person people figure member expert source individual colleague
        representative specialist insider resident citizen men women participant
        """
    )
)
THINGS = frozenset(  # end like people
    listed(
        """
        number matter water order paper power letter quarter river border harbour harbor sector
        motor reactor factor error computer carrier tanker container server weather winter summer
        shelter chapter center layer danger corner timber silver copper tower monitor tractor
        december september october november master under over after never ever further other another
        either whether rather later earlier former latter disaster register freighter cluster
        helicopter trailer bomber fighter destroyer cruiser trawler boiler printer transformer
        processor conductor semiconductor sensor generator detector corridor mirror plant grant
        restaurant committee fee guarantee degree coffee process access address business press
        progress success congress archive initiative alternative offensive explosive drive narrative
        objective directive launcher propeller router scanner laser charter offer transfer barter
        banner barrier bunker burner counter cover cylinder diameter drawer encounter feeder filter
        finger fiber folder footer gender hammer header heater hunger ladder leather liner locker
        manner meter murder newsletter outer parameter pepper plaster poster prayer proper rubber
        rudder saucer shower shutter slider soldering starter sticker supper surrender temper
        thunder trigger tuber upper wafer acceleration accelerator adaptor anchor armor armour
        behavior behaviour capacitor color colour compressor connector door equator favor favour
        floor flavor flavour honor honour humor humour indicator interior exterior junior senior
        superior inferior prior labor labour liquor major minor odor odour projector propellor
        resistor rotor rumor rumour terror tumor tumour vapor vapour vector ventilator visor vigor
        regulator simulator stator actuator doppler altimeter barometer thermometer wander wonder
        winder binder blender boulder bumper buffer booster canister catheter character charger
        cooler copier cutter decoder disorder divider dresser dryer easter elixir ember ether fever
        fodder foyer gutter halter hanger hopper inverter isolator jumper kilter lever limiter
        litter lumber marker metre mixer modifier muster oyster pacer peter pier pillar planter
        pointer powder pusher quaver receiver recorder refrigerator remainder reminder repeater
        rocker roller roster saver semester shoulder sinister slaughter slipper sober splinter
        sputter stapler tamper tanner theater toaster together transporter tweeter twitter
        typewriter viewer washer whisper wrapper zipper human german roman norman ottoman specimen
        regimen acumen omen african american asian european iranian russian ukrainian christian list
        mist fist wrist twist assist consist exist persist insist resist checklist shortlist
        blacklist whitelist waitlist airlist
        """
    )
)


def is_person(words: Sequence[Word], i: int) -> bool:
    """Whether a word ends a phrase of somebody: “an auctioneer”, “two lamplighters”."""
    word = words[i]
    if word.stem in ROLE_OF and (not word.capital or i == 0):
        return True
    if word.capital or word.state or not names_people(word):
        return False
    begins = any(w.low in BEGINS or w.possessive for w in words[max(0, i - 3) : i])
    after = words[i + 1] if i + 1 < len(words) else None
    ends = after is None or bool(after.before) or after.low in STOP_WORDS or is_past(after.low)
    plural = word.low.endswith("s") or word.low.endswith(PLURALS)
    return (begins or plural) and ends


def role_of(word: Word) -> str:
    """The known role that a word is, “middlemen” like “middleman”; empty for none."""
    singular = word.stem[:-2] + "an" if word.stem.endswith("men") else word.stem
    return ROLE_OF.get(word.stem) or ROLE_OF.get(singular, "")


def names_people(word: Word) -> bool:
    """Whether a word by itself is one for people, whatever stands around it."""
    low = word.low
    if word.capital and low not in PEOPLE and word.stem not in ROLE_OF:
        return False  # “Rochester”, “Fischer”
    if word.stem in ROLE_OF and low not in BODY_WORDS:
        return True
    forms = {low, low.removesuffix("s"), low.removesuffix("es")}
    if forms & PEOPLE or low.endswith(PLURALS):
        return low not in THINGS
    return any(len(f) > 4 and f.endswith(ENDINGS) for f in forms) and not forms & THINGS
