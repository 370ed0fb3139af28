"""Words that tell what kind of speaker a name or a description is.

Written for Vigil from general knowledge of English news prose; closed lists of common words, not
of people. Countries and capitals stand here as speakers ("Tehran has said"), by the names that
news uses.
"""

from __future__ import annotations

from functools import lru_cache

from vigil.evidence.speech.word_table import table

# The head of a person's role: "White House spokesman".
ROLES: frozenset[str] = table(
    "spokesman spokeswoman spokesperson president premier chancellor minister secretary "
    "undersecretary official officer director chief head chairman chairwoman chairperson "
    "chair ceo cfo cto coo founder co-founder owner manager executive commander general "
    "admiral colonel major captain lieutenant sergeant brigadier marshal senator congressman "
    "congresswoman representative lawmaker legislator deputy governor mayor councillor "
    "councilor commissioner ambassador envoy diplomat consul attaché delegate negotiator "
    "adviser advisor aide analyst expert economist professor researcher scientist historian "
    "lecturer fellow scholar author writer journalist correspondent reporter editor columnist "
    "lawyer attorney solicitor barrister prosecutor judge justice inspector sheriff detective "
    "investigator policeman policewoman engineer pilot doctor nurse surgeon teacher coach "
    "captain player striker actor actress singer resident witness neighbour neighbor farmer "
    "driver trader broker banker strategist worker activist campaigner volunteer leader king "
    "queen prince princess pope bishop archbishop cardinal imam rabbi cleric ayatollah sheikh "
    "emir sultan sheikha speaker whip treasurer auditor ombudsman trustee organiser organizer "
    "coordinator specialist consultant technician translator programmer developer designer "
    "architect student mother father brother sister son daughter wife husband widow "
    "grandmother grandfather uncle aunt cousin friend boss undersecretary-general secretary- "
    "general superintendent constable principal headteacher rector dean vice-president vice- "
    "chairman cofounder producer curator librarian skipper veteran soldier fighter agent "
    "counsel advocate coroner magistrate "
    "rapporteur comptroller commandant warden vicar goalkeeper midfielder defender winger batsman "
    "bowler wicketkeeper spinner rower runner sprinter cyclist boxer jockey golfer champion "
    "referee umpire mp mep mla petitioner plaintiff defendant appellant claimant"
)
WOMEN: frozenset[str] = table(
    "spokeswoman chairwoman congresswoman policewoman actress queen princess mother sister "
    "daughter wife widow grandmother aunt mrs ms woman girl councilwoman businesswoman she "
    "her herself sheikha mistress lady dame baroness duchess countess headmistress"
)
MEN: frozenset[str] = table(
    "spokesman chairman congressman policeman king prince pope archbishop imam ayatollah "
    "sheikh emir sultan father brother son husband grandfather uncle mr man boy councilman "
    "businessman he his him himself lord baron duke headmaster sir"
)
# People without a name, one or several.
UNNAMED: frozenset[str] = table(
    "officials sources source people person experts analysts residents witnesses diplomats "
    "spokesmen lawmakers researchers investigators prosecutors lawyers critics supporters "
    "opponents activists campaigners traders economists scientists employees workers staff "
    "neighbours neighbors relatives officers soldiers commanders insiders executives "
    "observers scholars journalists reporters doctors engineers ministers leaders organisers "
    "organizers one another some many others several man woman passenger passengers customer "
    "customers survivor survivors aides advisers advisors politicians historians dealers "
    "brokers bankers organizers farmers drivers villagers locals rebels protesters "
    "demonstrators parents victims senators spokespeople spokespersons inspectors auditors "
    "monitors members scouts allies owners figures hackers eyewitness eyewitnesses bystander "
    "bystanders insider briefer justices"
)
# Bodies: a word of theirs that may end or hold their name.
BODIES: frozenset[str] = table(
    "ministry department agency office house government administration authority authorities "
    "commission committee council parliament congress senate court tribunal party union "
    "alliance army navy military forces force police kremlin pentagon treasury cabinet "
    "embassy consulate mission missions company firm manufacturer maker producer operator "
    "carrier airline bank group corporation institute institution university foundation fund "
    "association federation league society club team organisation organization service "
    "services bureau board directorate secretariat presidency command brigade division "
    "regiment corps staff watchdog regulator ombudsman exchange inc ltd llc plc gmbh ag sa co "
    "corp holdings industries systems partners network coalition movement front militia guard "
    "guards centre center laboratory school hospital port railway consortium chamber assembly "
    "bundestag knesset duma nations capital powers regime nation country side bloc state "
    "states republic kingdom zone factory plant start-up startup charity campaign syndicate "
    "cooperative employer importer exporter supplier subsidiary distributor hq headquarters "
    "delegation panel conglomerate shipyard utility prosecution defence defense family "
    "asa fze fzco ab oy nv bv spa srl kg se plc pte pty jsc ojsc ooo llp limited incorporated "
    "shipping "
    "airlines airways motors bank energy oil gas marine aerospace aviation logistics steel "
    "chemicals dynamics robotics semiconductor semiconductors optics instruments trading shipper "
    "engineering pharmaceuticals foods telecom communications solutions "
    "inspectorate registry registrar constabulary line lines labs works technologies "
    "electronics trust college academy mosque church diocese synod unit "
    "airport harbour harbor shipyard hotel museum theatre theater orchestra choir farm mine "
    "refinery crown palace town "
    "bench city intel intelligence watch international global council municipality prefecture "
    "customs coastguard"
)
# Words in the names of firms.
FIRMS: frozenset[str] = table(
    "inc ltd llc plc gmbh ag sa co corp holdings industries systems partners asa fze fzco ab oy nv "
    "bv spa srl kg se plc pte pty jsc ojsc ooo llp limited incorporated shipping airlines airways "
    "motors bank energy oil gas marine aerospace aviation logistics steel chemicals dynamics "
    "robotics semiconductor semiconductors optics instruments trading engineering telecom "
    "technologies electronics works labs solutions lines motoren group"
)
# Things that are read: "the statement said".
DOCUMENTS: frozenset[str] = table(
    "statement advisory report letter memo memorandum document documents communique "
    "communiqué release notice bulletin tweet post message email e-mail filing indictment "
    "complaint affidavit ruling judgment judgement verdict resolution declaration decree "
    "article editorial study paper survey audit note notification warning alert guidance "
    "guideline guidelines fact-sheet factsheet transcript caption sign banner headline text "
    "treaty agreement contract record records readout dispatch cable manifesto plaque label "
    "leaflet book op-ed column blog summary assessment review findings briefing brochure "
    "invoice licence license order petition motion opinion testimony website page poster "
    "pamphlet inscription placard obituary preface circular dossier lawsuit suit charter "
    "constitution bill act law clause article section paper"
)
# The last word of an outlet's name: "The New York Times".
OUTLETS: frozenset[str] = table(
    "times post news daily herald tribune journal guardian telegraph gazette press today "
    "observer chronicle mirror sun star tv radio weekly magazine independent express mail "
    "standard courier inquirer examiner dispatch bulletin monitor review newspaper "
    "broadcaster outlet channel newswire wire bbc cnn nbc abc cbs fox npr msnbc al-jazeera "
    "jazeera politico axios economist bloomberg newsweek forbes telegraphs pravda echo globe "
    "sentinel register advertiser argus evening television broadcasting media network24 "
    "zeitung spiegel monde figaro país stampa online newsroom tabloid website portal blog "
    "podcast"
)
# Nouns that a pronoun-like description may carry: "the spokesman" is the last spokesman.
PERSON_PRONOUNS: frozenset[str] = frozenset({"he", "she", "him", "her"})
BODY_PRONOUNS: frozenset[str] = frozenset({"it", "they", "them"})

_COUNTRIES = """
Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas
Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Botswana Brazil
Britain Brunei Bulgaria Burundi Cambodia Cameroon Canada Chad Chile China Colombia Congo Croatia
Cuba Cyprus Czechia Denmark Djibouti Ecuador Egypt England Eritrea Estonia Eswatini Ethiopia Fiji
Finland France Gabon Gambia Germany Ghana Greece Guatemala Guinea Guyana Haiti Honduras Hungary
Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo
Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg
Madagascar Malawi Malaysia Maldives Mali Malta Mauritania Mauritius Mexico Moldova Monaco Mongolia
Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Oman
Pakistan Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Scotland
Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Sweden Switzerland Syria
Taiwan Tajikistan Tanzania Thailand Togo Tunisia Turkey Türkiye Turkmenistan Uganda Ukraine Uruguay
Uzbekistan Vanuatu Vatican Venezuela Vietnam Wales Yemen Zambia Zimbabwe US USA UK UAE EU UN
Kabul Tirana Algiers Luanda Yerevan Canberra Vienna Baku Dhaka Minsk Brussels Brasilia Sofia Ottawa
Beijing Bogota Zagreb Havana Nicosia Prague Copenhagen Cairo Tallinn Helsinki Paris Tbilisi Berlin
Athens Budapest Reykjavik Delhi Jakarta Tehran Baghdad Dublin Jerusalem Rome Tokyo Amman Astana
Nairobi Pristina Bishkek Riga Beirut Tripoli Vilnius Chisinau Rabat Pyongyang Oslo Muscat Islamabad
Warsaw Lisbon Doha Bucharest Moscow Kigali Riyadh Dakar Belgrade Bratislava Ljubljana Pretoria Seoul
Madrid Khartoum Stockholm Bern Damascus Taipei Dushanbe Bangkok Tunis Ankara Ashgabat Kyiv Kiev
London Washington Tashkent Caracas Hanoi Sanaa Georgia Hamas Hezbollah Kremlin Pentagon Whitehall
Downing
"""
COUNTRIES: frozenset[str] = frozenset(_COUNTRIES.casefold().split())
# Words before a name that belong to a role: "former U.S. Defence Secretary".
ROLE_WORDS: frozenset[str] = table(
    "senior former acting deputy vice prime first chief assistant associate national foreign "
    "defence defense interior finance economy trade security press top high-ranking ex "
    "retired late outgoing incoming interim managing executive supreme permanent special "
    "local regional state federal military naval government party opposition independent "
    "junior principal lead marketing sales communications media public affairs relations head "
    "of the for and at by in to on"
)
MONTHS: frozenset[str] = table(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
DAYS: frozenset[str] = table(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight "
    "tomorrow morning afternoon evening night noon midday week month year weekend"
)


_RANKS = table(
    "amb gen maj col lt capt cmdr adm brig sgt cpl sen rep gov pres sec insp det hon supt"
)


@lru_cache(maxsize=1 << 14)
def is_role(word: str) -> bool:
    """Whether a word is the head of a role, also as a part: "under-secretary-general", or stands
    for a person told of before: "39-year-old".
    """
    if word in ROLES:
        return True
    if word.endswith("."):
        return word[:-1] in _RANKS
    return "-" in word and (word.endswith("-year-old") or any(p in ROLES for p in word.split("-")))
