"""Short and familiar forms of given names, with the given name they stand for.

Who is listed as Robert may call himself Bob. A line holds a given name and its familiar forms. A
form of two names stands in two lines. Forms that are themselves frequent given names or words
(Max, Nina, Art, Will), titles (Don) or
particles (Ben, Al) are left out. Facts of language, after
the usual dictionaries of given names of English, Russian, Ukrainian, Spanish, French, German,
Polish, Turkish and Arabic.
"""

from __future__ import annotations

from functools import lru_cache

FAMILIAR_TEXT = """
    robert bob bobby robbie rob bert
    william bill billy willy liam
    richard dick rick ricky rich richie
    james jim jimmy jamie
    john jack johnny jon
    jonathan jon
    michael mike mickey mick
    joseph joe joey
    thomas tom tommy
    charles chuck charlie charley chas
    edward ted eddie ned teddy
    theodore ted teddy
    daniel dan danny
    david dave davey
    anthony tony
    christopher chris
    nicholas nick nicky
    samuel sammy
    benjamin benny
    matthew matt
    andrew andy drew
    steven steve
    stephen steve
    peter pete
    patrick paddy
    gregory greg
    jeffrey jeff
    kenneth ken kenny
    ronald ron ronnie
    donald donnie
    lawrence larry
    leonard lenny
    gerald gerry jerry
    frederick fred freddy
    henry harry hank
    philip phil
    raymond ray
    timothy tim
    walter walt wally
    zachary zach zack
    vincent vince vinny
    alfred alf alfie
    albert bert
    abraham abe
    elizabeth liz beth betty eliza lisa bess
    margaret peggy maggie meg
    katherine kate kathy katie kitty
    catherine kate cathy katie
    susan sue suzy
    patricia patty trish
    jennifer jen jenny
    deborah deb debbie
    barbara barb
    dorothy dolly
    rebecca becky
    victoria vicky
    jose pepe pepito chepe
    francisco paco pancho kiko curro paquito
    jesus chuy chucho
    guillermo memo guille
    enrique quique kike
    manuel manolo manny manolito
    ignacio nacho
    eduardo lalo edu
    antonio tono toni
    luis lucho
    rafael rafa
    roberto beto
    alberto beto
    humberto beto
    ricardo richi
    fernando nando
    alejandro alex jandro
    javier javi
    sergio checo
    santiago santi
    vicente chente
    rosario chayo
    guadalupe lupe lupita
    concepcion concha
    dolores lola
    mercedes meche
    consuelo chelo
    graciela chela
    gregorio goyo
    gilberto beto
    mauricio mau
    refugio cuco
    salvador chava
    maria mari marichu
    joaquin quino
    aleksandr sasha alexander shura sanya alik
    alexander sasha alex sandy shura alec
    aleksandra sasha shura
    aleksey alyosha lyosha alexei
    dmitriy dima mitya dimon
    dmitry dima mitya
    vladimir volodya vova vovka
    volodymyr volodya vova
    vladislav vlad slava
    mikhail misha mishka
    ivan vanya
    sergey seryozha serezha serega
    sergei seryozha serezha
    nikolay kolya
    pavel pasha
    andrey andryusha
    yevgeniy zhenya
    evgeny zhenya
    yevgeniya zhenya
    yuriy yura
    igor igoryok
    konstantin kostya
    anatoliy tolya
    boris borya
    vyacheslav slava
    yaroslav slava
    svyatoslav slava
    svetlana sveta
    yekaterina katya
    ekaterina katya
    elena lena
    tatyana tanya
    anna anya anyuta
    natalya natasha
    natalia natasha
    olga olya
    irina ira
    viktor vitya
    vitaliy vitalik
    grigoriy grisha
    gennadiy gena
    georgiy gosha zhora goga
    giorgi gia gio
    leonid lyonya
    lyubov lyuba
    lyudmila lyuda
    mariya masha
    maria masha
    margarita rita
    nadezhda nadya
    oleg olezhka
    petr petya
    pyotr petya
    semyon syoma
    stanislav stas slava
    stepan styopa
    timofey tima
    timur tima
    valentin valya
    valentina valya
    valeriy valera
    vasiliy vasya
    vasily vasya
    fedor fedya
    fyodor fedya
    artem tyoma
    anton antosha
    arkadiy arkasha
    daniil danila
    kirill kirya
    ksenia ksyusha
    yulia yulya
    zinaida zina
    magomed maga
    mohammad memo
    muhammad hamada
    mehmet memo
    mustafa musti
    ibrahim ibo brahim
    hassan hasso
    joachim jochen
    johannes hans
    heinrich heinz
    friedrich fritz
    wilhelm willi
    jean jeannot
    tadeusz tadek
    stanislaw staszek
    wojciech wojtek
    """
MOST_BEARERS = 4  # given names that one familiar form may stand for


@lru_cache(maxsize=1)
def given_names() -> dict[str, tuple[str, ...]]:
    """The given names that a familiar form may stand for, by the folded form.

    >>> given_names()["bob"], given_names()["sasha"]
    (('robert',), ('aleksandr', 'aleksandra'))
    """
    bearers: dict[str, list[str]] = {}
    for line in FAMILIAR_TEXT.splitlines():
        name, *forms = line.split() or [""]
        for form in forms:
            bearers.setdefault(form, []).append(name)
    return {form: _apart(names)[:MOST_BEARERS] for form, names in bearers.items()}


def _apart(names: list[str]) -> tuple[str, ...]:
    """Of two spellings of a name (Aleksandr, Alexander) the first is enough."""
    kept: list[str] = []
    for name in names:
        if not any(name[:4].replace("x", "ks")[:4] == k[:4] and name[-1] == k[-1] for k in kept):
            kept.append(name)
    return tuple(kept)
