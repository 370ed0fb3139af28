"""Words that news prose uses for one another, and words that say nothing about what is told.

Two papers that tell the same thing write "drone" and "UAV", "plant" and "factory", "shipped" and
"transported". Words of a group count as one when statements are joined; what they say differently
is looked at afterwards. The groups are wide on purpose: a word that stands in every sentence of a
story weighs little there. Written for Vigil from general knowledge of English news prose.
"""

from __future__ import annotations

# One group a line, in dictionary form; `_` joins the words of a phrase; a group goes on under its
# first word.
GROUPS = """
accept agree approve
accountable responsible accountability
accuse allege allegation accusation charge claim
acknowledge admit concede confirm confession
advisory alert guidance notice bulletin
agreement deal contract accord pact
aid support assistance help assist
aim intend seek want purpose
aircraft aeroplane jet airplane warplane
announce unveil disclose reveal
appear seem
arrest detain custody detention apprehend
attack strike hit assault bomb bombard shell bombardment war conflict invasion invade fighting
attack hostility offensive raid
authority official
ban prohibit prohibition bar forbid outlaw embargo restriction restrict curb
begin start commence launch
bias biased one_sided
block halt stop suspend suspension freeze pause
boost increase raise rise grow growth
breach violate violation contravene infringe breaking flout
establish set_up
buy purchase procure procurement acquire acquisition obtain
cargo consignment shipment load container
chip microchip semiconductor microelectronics integrated_circuit microcontroller
citizen national
close shut shutter closure
company firm business manufacturer maker corporation enterprise supplier
component part
computer laptop
condemn denounce criticise criticize deplore
continue keep
cooperation cooperate co_operation collaboration partnership collaborate alliance
country nation state
court tribunal judge
customs border_guard customs_officer
cut reduce reduction slash decrease lower
damage destroy destruction ravage
debris fragment wreckage wreck remains
day_after following_day
declassify declassified
decline refuse
deepen strengthen expand intensify deepening closer
defence defense military
delay postpone postponement
demand urge call appeal
deny denial reject refute dismiss rebut
deploy station
device gadget
director executive chief head boss chairman manager ceo president_of
dispute contest challenge
divert diversion reroute re_export reexport transship tranship smuggle
document paper file record
drone uav unmanned_aerial_vehicle uncrewed_aerial_vehicle unmanned_aircraft uncrewed_aircraft
drone unmanned_aerial
dual_use
early start_of
economic economy
electronics electronic
employee worker staff
end expire expiry expiration
enforce enforcement implement
equipment hardware gear kit weaponry materiel weapon arms munition
evade evasion circumvent circumvention sidestep bypass dodge
evidence proof
expect anticipate forecast
expert specialist analyst
explosion blast explode
export exporter
fake forged false falsified counterfeit bogus
fall come_down crash go_down drop
find discover uncover identify
fine penalty penalise penalize
fire blaze
force troop soldier
fuel petrol diesel
fund finance money financing
give provide supply deliver delivery transfer send hand dispatch provision grant
goods item merchandise product commodity
harbour harbor port dock quay terminal
harm harmful damage_to threaten threat
helicopter chopper
illegal unlawful illicit
image photo photograph picture imagery
impose slap place_sanctions
imprison jail prison sentence
include comprise contain
injure wound hurt injury casualty
intelligence intel
investigate probe investigation inquiry enquiry examine inspect check inspection examination
investigate look_into take_apart
joint together
kill dead die death fatality slay
kilometre kilometer km
law legislation act statute
lawmaker legislator mp parliamentarian senator deputy
lawyer attorney counsel solicitor
leader president premier prime_minister
leave exit quit withdraw withdrawal pull_out
licence license permit authorisation authorization
list designate designation
location site place area
make manufacture produce production fabricate assemble assembly build construct construction erect
material input ingredient
minister secretary ministry
missile rocket
month monthly
move relocate
network ring
offer propose
panel commission committee
pay payment
people population civilian resident
plan planned scheme project
plant factory facility
police officer
prosecutor prosecution
protest demonstration rally
pursue persist
question ask
quote cite
receive get gain
regulation rule
release publish issue
repair fix
report study
require need
restart resume
resolution
return give_back
route corridor
sale sell vend sold trade
sanction blacklisting
satellite
sea ocean
search raid_on
seize impound confiscate intercept seizure confiscation interception
ship transport carry move_by vessel
show demonstrate
sign signature
spokesman spokesperson spokeswoman
strike_action walkout stoppage industrial_action
talk negotiation negotiate gather meet meeting summit
tanker
technology tech
terrorise terrorize terror
truck lorry
try attempt
unprecedented extraordinary
union
use employ utilise utilize usage
value worth
vow pledge promise
warn caution warning
week weekly
wage salary pay_rise pay_packet
witness watch
wrongdoing nothing_wrong
work
"""

# Words that bind a sentence and carry nothing of what it tells.
_STOP_TEXT = """
    a about above across after again against all almost along already also although always am among
    amid an and another any are around as at away back be became because been before behind being
    below beside besides between beyond both but by can cannot could did do does doing done down due
    during each either else even ever every few for from further had has have having he her here
    hers herself him himself his how however i if in indeed inside instead into is it its itself
    just least less let like made many may me meanwhile might mine more most much must my myself
    near neither no nor not now of off often on once one only onto or other others otherwise our
    ours ourselves out outside over own per perhaps quite rather really same shall she should since
    so some somewhat soon still such than that the their theirs them themselves then there thereby
    therefore these they this those though through throughout thus to too toward towards under
    until up upon us very via was we well were what whatever when where whether which while who
    whole whom whose why will with within without would yet you your yours yourself mr mrs ms dr sir
    """
STOP_WORDS = frozenset(_STOP_TEXT.split())

# Words of any report: they join nothing alone.
_EVERYDAY_TEXT = """
    say said says tell told add added state stated statement note noted according report reported
    new last first next recent recently year month week day today yesterday tomorrow time monday
    tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december official government country people world international
    part number several two three four five early late
    earlier later previously long way thing make take come go get give see know set put want way
    news agency press interview reporter journalist spokesman spokesperson spokeswoman statement
    """
EVERYDAY = frozenset(_EVERYDAY_TEXT.split())
