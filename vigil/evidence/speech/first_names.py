"""First names that are nearly always a woman's or a man's, for "he" and "she".

Written for Vigil from general knowledge; a name that is not here says nothing. Used only to keep
a pronoun from a speaker it cannot mean.
"""

from __future__ import annotations

from vigil.evidence.speech.word_table import table

WOMEN_NAMES: frozenset[str] = table(
    "aisha alice amanda amelia amy ana anastasia andrea angela anja ann anna anne annie "
    "annika barbara beatrice beth carla carmen carol caroline catherine charlotte chloe "
    "christina christine claire clara claudia daniela deborah diana dorothy elena elise "
    "elizabeth ella ellen emily emma erika esther eva eve fatima fiona florence frances "
    "gabriela georgia grace greta hannah hana heather helen helena ida ines ingrid irene "
    "irina isabel isabella jana jane janet jennifer jessica joan joanna julia julie karen "
    "karin karine kate katherine kathleen katja khadija laila laura lauren layla leila lena "
    "leyla linda lisa lucia lucy luisa lydia magda margaret maria marie marina marta martha "
    "mary maya megan mei melissa mia michelle mila miriam mona monica nadia nancy naomi "
    "natalia natalie natasha nicole nina noor nora oksana olena olga olivia patricia paula "
    "petra priya rachel rebecca renata rita rosa rose ruth sabine samantha sandra sara sarah "
    "sofia sonia sophia sophie stella stephanie susan svetlana sylvia tamara tatiana teresa "
    "theresa ursula valentina vanessa vera veronica victoria yasmin yuki yulia zainab zara "
    "zoe"
)
MEN_NAMES: frozenset[str] = table(
    "aaron abdul abdullah adam adrian ahmad ahmed alan albert alejandro alexander ali anatoly "
    "andre andrew andrey anthony anton antonio arthur artem ben benjamin bernard bill bob "
    "boris brian bruno carl carlos charles christopher daniel dariusz david dennis dieter "
    "dmitry donald douglas edward emil eric erik ernst faisal felix fernando filip francis "
    "francisco frank franz fred frederick gary george gerald graham greg gustav hamid hans "
    "harold harry hassan henrik henry hugo hussein ian ibrahim igor ismail ivan jack jacob "
    "jakub james jan javier jeffrey jens jeff jim joe johan john jonas jonathan jorge jose "
    "josef joseph juan karim karl keith ken kenneth kevin khalid konstantin lars leonard "
    "leonid louis luca luis luke magnus marco marcus mario mark markus martin mathias matthew "
    "maxim max michael miguel mike mikhail milan mohamed mohammad mohammed muhammad mustafa "
    "nasser neil nicholas nicolas nikolai noah olaf oleg oliver omar oscar otto patrick paul "
    "pavel pedro peter petr philip pierre piotr rafael ralph ramon raymond reza richard "
    "robert roberto roger roland roman ronald rudolf ryan samuel scott sean sebastian sergei "
    "sergey simon stefan stephen steve steven sven tariq theodore thomas tim timothy tom "
    "tomas tony viktor vladimir volodymyr walter werner wilhelm william yuri yusuf zoltan"
)
