"""Reports written for tests of origins: people, firms, ministries and outlets are invented.

The harbour story: WIRE is an agency's report; the others are what papers make of it.
"""

WIRE = """PORTO CELLA, March 4 (UPI) - The Ministry of Harbours of Estavia said on Monday \
that it had seized eleven containers of navigation modules that were bound for \
the shipyard at Marrow Bay under false papers.

"We found modules in eleven containers that were declared as kitchen tiles, and \
we believe that more are on the way," ministry spokeswoman Ana Tremlow said at a \
briefing.

Tremlow said the consignor, Brightwater Forwarding, had changed the port of \
discharge twice while the ship was at sea.

"Whoever changes the port of discharge twice in nine days has something to hide \
from us," she said.

Customs officers opened the first container after a weighbridge showed a \
difference of four tonnes.

Brightwater Forwarding has denied that it knew what the containers held and said \
in they statement that its agent had filled in the papers.

Four crew members of the Lady Osterley were questioned and later released, a \
harbour official said.

The ministry issued an order on Monday that closes the northern quay to feeder \
ships until the end of April.

Estavia has searched more than three hundred ships since it joined the \
inspection scheme in autumn.

"We will publish the numbers of all containers so that banks and insurers can \
look for themselves," Tremlow said.
"""

# An earlier take, printed by a paper that names another source.
EARLIER = """Source: Gulf Ledger

Eleven containers seized at Porto Cella

The Ministry of Harbours of Estavia said on Monday that it had seized eleven \
containers of navigation modules that were bound for the shipyard at Marrow Bay \
under false papers.

"We found modules in eleven containers that were declared as kitchen tiles, and \
we believe that more are on the way," ministry spokeswoman Ana Tremlow said at a \
briefing.

Tremlow said the consignor, Brightwater Forwarding, had changed the port of \
discharge twice while the ship was at sea.

Customs officers opened the first container after a weighbridge showed a \
difference of four tonnes.

Brightwater Forwarding has denied that it knew what the containers held and said \
in they statement that its agent had filled in the papers.

The ministry said an order would be issued on Monday that closes the northern \
quay to feeder ships.
"""

# The wire told again, sentence for sentence.
PARAPHRASE = """Estavia's harbour ministry announced that it confiscated eleven containers with \
navigation modules destined for the Marrow Bay shipyard with forged documents.

UPI reported that spokeswoman Ana Tremlow told a briefing "in eleven containers \
declared as tiles for kitchens modules were discovered, and more are probably \
coming".

The forwarder Brightwater Forwarding altered the discharge port two times during \
the voyage, Tremlow said.

Officers of the customs unsealed the first container because the weighbridge \
showed that four tonnes were missing.

The company rejects that it was aware of the contents of the containers and \
blames its agent for the papers.

Four sailors of the ship Lady Osterley were interrogated and then freed, \
according to an official of the harbour.

The northern quay is closed to feeder vessels until late April by an order of \
the ministry.

More than three hundred vessels have been inspected by Estavia since it entered \
the inspection scheme in autumn.
"""

# A paper's own writing from the same briefing: quotations in common, no prose.
OWN_WRITING = """Kitchen tiles do not usually weigh this much, and it was the scale that gave the \
shipment away.

“We found modules in eleven containers that were declared as kitchen tiles, and \
we believe that more are on the way,” said Ana Tremlow, who speaks for Estavia's \
Ministry of Harbours.

Reporters were shown three of the grey boxes, stacked beside the customs shed in \
the rain.

Asked about the forwarder's route, Tremlow was blunt. “Whoever changes the port \
of discharge twice in nine days has something to hide from us,” she said.

Dockers whom this paper met at the gate had heard of the search on the radio and \
were worried about their shifts.

The closure of a whole quay would cost the town's hauliers dearly in the weeks \
before Easter.
"""

# Another ministry, another day, the same matter.
OTHER_STATEMENT = """The Foreign Ministry of Norrland on 19 March rejected accusations that \
navigation modules were meant for a shipyard on its coast.

"No yard in our country has ordered such modules, and none will be built into \
our ships," deputy minister Olof Varga said.

Varga accused neighbouring states of spreading stories about Marrow Bay in order \
to win contracts for their own ports.

He offered to let inspectors of the scheme visit the yard in May, provided that \
each side paid its own way.
"""

# Two papers that share nothing but an old saying of a dead admiral.
OLD_SAYING = (
    """Fishing quotas will be cut by a fifth next year, the council of the islands \
decided after a long night.

As Admiral Pell wrote in his memoirs, "a harbour that asks no questions will \
sooner or later be asked some itself".

Boat owners left the hall singing, and the vote was carried by two voices.
""",
    """A new museum of seafaring opens its doors in Lund Bay with an exhibition of \
sextants and old charts.

Over the entrance stand the words of Admiral Pell: "a harbour that asks no \
questions will sooner or later be asked some itself".

Entry is free on Sundays, and children may climb the mast under supervision.
""",
)

RELEASE = """Ministry of Energy of Talvania: new rules for transformers

The Ministry of Energy of Talvania today adopted new rules for the purchase of \
large transformers by grid companies.

From 1 July each grid company must name the maker, the country of manufacture \
and the serial number of each transformer above forty megawatts before it is \
connected.

"The grid is only as strong as the least known of its parts, and from July none \
of them will be unknown," said the minister, Petra Lindqvist-Oyono.

Companies that connect a transformer without these particulars may be fined up \
to two per cent of their turnover.

The register will be open to the public and will be kept by the grid \
inspectorate in Holm.

The ministry consulted forty companies and nine associations between January and \
April.
"""

# Two papers at one press conference; each wrote for itself.
PRESS_CONFERENCE = (
    """The bridge over the Sarn will stay shut for longer than the drivers of Ostrow \
had hoped.

"The third bearing is cracked from side to side, and nobody will cross this \
bridge before we have changed it," Transport Minister Ilse Marchetti told \
reporters on Thursday.

Detours of forty kilometres remain in place for lorries, while buses may use the \
ferry free of charge.

"I would rather be cursed for a closed bridge than mourned over for an open \
one," Marchetti added.
""",
    """Commuters and bakers alike were waiting for Thursday's press conference about \
the Sarn crossing, and they were let down.

Minister Ilse Marchetti held up a photograph of the damage: "The third bearing \
is cracked from side to side, and nobody will cross this bridge before we have \
changed it."

The part has to be cast anew in a foundry abroad, a matter of ten weeks if all \
goes well.

Marchetti showed no regret. "I would rather be cursed for a closed bridge than \
mourned over for an open one."

The opposition wants to know why inspections in spring found nothing.
""",
)

# One sentence in common, as any background has.
ONE_SENTENCE = (
    """Grain prices in Velika rose for the third week as rain kept harvesters out of \
the fields.

Velika is the largest exporter of barley on the inland sea and sells most of it \
to breweries in the south.

Traders at the exchange spoke of a nervous morning and a quiet afternoon.

The finance ministry sees no cause to limit exports at present.
""",
    """A ferry with nine people on board ran aground off Velika on Saturday; all were \
brought ashore unhurt.

The captain told the coast guard that fog had come up within minutes.

Velika is the largest exporter of barley on the inland sea and sells most of it \
to breweries in the south.

The wreck will be towed at high tide.
""",
)

# No two of these share anything but the language.
UNRELATED = (
    """Bus drivers in Tarnby will strike on Friday over night shifts, their union said. \
The city offered taxis for hospital staff. Talks broke down after an hour.""",
    """A court in Melk sentenced a former mayor to two years for selling parking \
permits. He had earned forty thousand crowns by it, the judge found. The defence \
will appeal.""",
    """The national orchestra of Quill plays without a conductor this season. "We \
listen to each other more than before," cellist Mira Oduya said. Tickets are \
sold out until June.""",
    """Scientists of the polar institute drilled the longest core of ice so far. It \
holds air of a million years, Dr Hale Brandt said. The ship returns in October.""",
    """Telecom firm Arvo lost a fifth of its subscribers last year. Its chief, Lena \
Passow, blamed the outage of May. The shares fell by nine per cent.""",
    """Police in Gorse found thirty stolen bicycles in a barn. Owners can look at \
photographs on the internet. Two brothers were questioned.""",
    """The parliament of Istria Nova voted to move the clocks no longer. "Cows do not \
read clocks," said deputy Jory Kemp. The law takes effect in spring.""",
    """Heavy snow closed the pass of Saint Orm. Snowploughs from three valleys worked \
through the night. The railway runs every second hour.""",
    """A bakery in Hult won the prize for the best rye bread again. The dough rests for \
thirty hours, the owner said. Queues reached the church.""",
    """The central bank of Caldera left its rate at four per cent. Inflation slows, \
Governor Amir Sotelo said. Economists had expected a cut.""",
    """An earthquake of magnitude five shook the Lesser Banks. No one was hurt. \
Fishermen felt it at sea.""",
    """The airline Meridian Swift orders twenty turboprops. They will fly between \
islands from next summer. The maker gave no price.""",
    """Farmers in the Dell report the best cherries in years. Starlings eat a tenth of \
them. Nets are sold out.""",
    """A library in Voss lends tools as well as books. The drill is out every weekend, \
librarian Tove Sand said. Late fees are small.""",
    """Chess grandmaster Irina Balog lost to a boy of twelve. "He saw it and I did \
not," she said. The game lasted nineteen moves.""",
    """The zoo of Karst named its elephant calf after a river. Visitors had sent in two \
thousand names. The mother is well.""",
    """A tunnel boring machine broke down under Old Market. Repairs take six weeks, the \
contractor Hollin Works said. Shops ask for damages.""",
    """Doctors in Pell warn of ticks after a mild winter. Long trousers help, Dr Nils \
Aubry said. The vaccine is free for foresters.""",
    """The film festival of Lido Est opens with a silent picture. A pianist plays for \
three hours. The jury is led by Wanda Fole.""",
    """Thieves took the bronze gate of the cemetery in Ulm Hill. It weighs half a \
tonne. Scrap dealers were told to watch.""",
    """Swimmers crossed the Strait of Marn for the first time since the war. The water \
had eleven degrees. Two gave up.""",
    """A village without a doctor pays for medical school. Student Ola Renn will come \
back for ten years. The council voted as one.""",
)

# Short reports of one thing by two hands, and one of another thing that has a passage of the first.
SHORT_PAIR = (
    """Tollan Cranes shipped six gantries to a yard in Mirrow Bay before the ban, papers show.

The gantries carry the serial numbers of an order that was cancelled in the spring.

A clerk of the yard said he had signed for four of them.
""",
    """The maker of cranes has denied that it shipped six gantries to a yard in Mirrow Bay.

Its lawyers say that the serial numbers of an order that was cancelled prove nothing.

The yard could not be reached on Sunday, and its gates were shut.
""",
)
SHORT_OTHER = """A storm tore the roof off the fish hall on Tuesday night, and two men were hurt.

The hall stands beside the road that leads to a yard in Mirrow Bay, north of the pier.

It will be closed until the roof is mended, the council said, and rents are waived.
"""
SHORT_SAYINGS = (
    """The water in Ellin is safe to drink again, the health board said on Friday.

"Nobody has to boil a drop of it any more," Inga Sand, its head, told the council.

The board had found bacteria in two wells on Monday after a pipe burst near the school.
""",
    """People in Ellin need no longer boil their water, the head of the health board said on Friday.

“Nobody has to boil a drop of it any more,” said Inga Sand.

After a pipe burst near the school, bacteria had been found in two wells on Monday.
""",
)
