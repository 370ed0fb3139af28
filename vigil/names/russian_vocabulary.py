"""Words of Russian, Ukrainian and Belarusian organisations, by their English.

A line holds the English that lists print and the beginnings of words that mean it, in the three
languages; a beginning stands for every ending of up to four letters. Facts of language, after the
usual bilingual dictionaries: what ministries, plants, banks, institutes and units are called, and
the adjectives of towns whose English differs by more than an ending. `-` has no English.
"""

from __future__ import annotations

VOCABULARY_TEXT = """
    state: государственн государственый державн дзяржаўн
    federal: федеральн
    national: национальн
    republic: республик
    russian: российск русск
    russia: росси
    crimea: крым крыму криму
    crimean: крымск
    ukraine: украин
    belarus: беларус
    black sea: черноморск
    volga: волжск волга волги поволжск
    siberian: сибирск
    ural: уральск
    moscow: московск москва москвы
    far eastern: дальневосточн
    unitary: унитарн
    -: казенн казённ
    enterprise: предприят підприємств прадпрыемств
    institution: учрежден учреждени установ
    corporation: корпорац
    company: компани кампані
    concern: концерн
    holding: холдинг холдингов
    group: групп група
    united: объединен объединён єдин един
    association: объединени асоціац
    society: общество обществ
    bank: банк
    fund: фонд
    investment: инвестиц инвестиционн
    direct: прям
    financial: финансов
    insurance: страхов страхован
    reinsurance: перестраховочн
    development: развити розвитк розвитку развіцц
    reconstruction: реконструкц
    leasing: лизингов лизинг
    transport: транспортн
    plant: завод завад
    factory: фабрик
    combine: комбинат комбінат
    shipyard: верф судноремонтн судобудівн
    port: порт
    sea: морск моря море
    shipping company: пароходств
    shipbuilding: судостроительн судостроени
    ship repair: судоремонтн судоремонт
    shipping: судоходн
    aircraft: авиастроительн самолет самолёт літак авиастроен
    aviation: авиационн
    avia: авиа
    airport: аэропорт
    helicopters: вертолет верталёт
    unmanned: беспилотн беспілотн
    systems: систем
    technological: технологическ
    technology: технологи
    technical: техническ
    special: специальн особ спеціальн
    center: центр цэнтр
    scientific: научн
    research: исследовательск научноисследовательск дослідн науково
    production: производственн производств
    design: конструкторск проектировани дизайн
    bureau: бюро
    institute: институт
    university: университет
    academy: академи
    physics: физик
    chemistry: хими
    chemical: химическ хімічн химико
    applied: прикладн
    electronics: электроник электроникс
    electronic: электронн
    radioelectronic: радиоэлектронн
    equipment: оборудовани
    electrical equipment: электрооборудовани
    machine building: машиностроительн машиностроени
    instrument making: приборостроени приборостроительн
    automobile: автомобильн
    metallurgical: металлургическ
    steel: стал сталев сталелитейн
    oil: нефт нефтян
    gas: газ газов
    energy: энергетическ энерги
    nuclear: атомн ядерн
    powder: пороховой
    weapons: оружи зброя вооружени вооружён вооружен озброєнн узбраенн
    arms: оружейн
    defense: оборон оборонн оборони
    military: военн воен
    ministry: министерств міністерств
    service: служб сервис
    directorate: управлени дирекц
    agency: агентств
    committee: комитет
    council: совет
    department: департамент отделени
    administration: администрац адміністрац
    party: партия
    movement: движени
    union: союз
    officers: офицер
    international: международн міжнародн
    security: безопасност
    trading: торгов
    trade: торговл торгівл
    foreign trade: внешнеторгов
    export: экспорт
    import: импорт
    industrial: промышленн
    industry: промышленност
    economic: экономическ
    zone: зон
    construction: строительн строительств
    logistics: логистик
    communications: связ коммуникац
    telecom: телеком
    information: информационн
    space: космическ
    rocket: ракетн
    management: менеджмент
    opportunities: возможност
    memory: памят
    named after: имени
    repair: ремонтн
    otkritie: открыти
    clearing: клирингов
    central: центральн
    city: город
    region: област
    people: народн
    and: и
    for: по
    in: в
    all russian: всероссийск
    ukrainian: украинск українськ
    belarusian: белорусск беларуск білоруськ
    soviet: советск радянськ
    interstate: межгосударственн
    interregional: межрегиональн
    regional: региональн регіональн областн обласн
    municipal: муниципальн муніципальн
    public: публичн общественн громадськ
    social: социальн соціальн
    private: частн приватн
    commercial: коммерческ комерційн
    non profit: некоммерческ
    autonomous: автономн
    joint: совместн спільн
    main: главн головн галоўн
    general: генеральн
    chief: начальник
    free: свободн вільн
    new: новый новая новое новые новой нового нова нове
    youth: молодежн молодёжн юнош
    first: перв перш
    second: втор
    red: красн
    black: черн
    gold: золот
    silver: серебрян
    northern: северн північн
    north: север
    southern: южн південн
    western: западн західн
    eastern: восточн східн
    north western: северозападн
    arctic: арктическ
    baltic: балтийск
    caspian: каспийск
    pacific: тихоокеанск
    siberia: сибирь сибири
    army: армия армии армій
    navy: флот
    forces: войск
    guard: гвардия гвардии гвард
    brigade: бригад
    battalion: батальон
    regiment: полк
    division: дивизи
    corps: корпус
    legion: легион
    border: погранич
    volunteer: добровольческ
    patriotic: патриотическ патріотичн
    political: политическ
    ammunition: боеприпас
    missile: ракет
    missiles: ракеты
    tactical: тактическ
    strategic: стратегическ
    artillery: артиллерийск
    armored: бронетанков
    tank: танков
    cartridge: патронн
    explosives: взрывчат
    optical: оптическ
    optics: оптик
    mechanical: механическ механічн
    mechanics: механик
    electromechanical: электромеханическ
    electromechanics: электромеханик
    precision: прецизионн точн
    electrical: электрическ електричн электротехническ
    power: электроэнергетическ силов
    power engineering: энерготехник энергетик
    power plant: электростанц електростанц
    nuclear power plant: аэс
    hydro: гидро
    automation: автоматизац
    automatics: автоматик
    instruments: прибор
    instrument: приборн
    radio: радио
    radar: радиолокационн
    radio engineering: радиотехническ
    microelectronics: микроэлектроник
    semiconductor: полупроводников
    molecular: молекулярн
    laser: лазерн
    chemicals: химикат
    products: продукт продукці продукци
    petrochemical: нефтехимическ
    oil refinery: нефтеперерабатывающ
    pipeline: трубопровод
    pipe: трубн
    coal: угольн вугільн
    mining: горн гірничо горно
    metal: металл
    copper: медн
    aluminum: алюминиев
    titanium: титан
    foundry: литейн
    forge: кузнечн
    press: прессов
    tool: инструмент
    machine tool: станкостроительн
    machine: машин
    engine: двигател моторн
    engines: моторы
    turbine: турбин
    bearing: подшипник
    car: вагон
    railway: железнодорожн чыгунк
    airlines: авиакомпани
    airline: авиалини
    aircraft repair: авиаремонтн авіярамонтн авіаремонтн
    air: воздушн
    ship: корабель
    fleet: пароходство
    river: речн река
    sea port: морпорт
    house: дом
    exchange: бирж
    market: рынок
    auction: аукцион
    credit: кредитн
    credits: кредит
    loan: займ
    savings: сберегательн
    agricultural: сельскохозяйственн аграрн
    grain: зернов зерн
    food: продовольственн пищев
    fish: рыбн
    forest: лесн
    paper: бумажн
    textile: текстильн
    medical: медицинск
    pharmaceutical: фармацевтическ
    health: здравоохранен
    education: образован освіт
    culture: культур
    art: искусств
    sports: спорт
    news: новост
    newspaper: газет
    magazine: журнал
    television: телевизионн телевиден
    broadcasting: радиовещательн вещани
    radio station: радиостанц
    film: кино
    publishing: издательск
    outlook: обозрен
    review: обзор
    digital: цифров
    computer: компьютерн вычислительн
    computing: вычислени
    software: программн
    network: сеть сети мереж
    networks: сетей
    internet: интернет
    solutions: решени рішенн
    projects: проект
    project: проектн
    program: программ
    experimental: экспериментальн опытн
    laboratory: лаборатори
    testing: испытательн
    test site: полигон
    engineering: инженерн инжиниринг
    engineer: инженер
    operating: эксплуатирующ
    operator: оператор
    operations: операции
    inspection: инспекц
    commission: комисси
    court: суд
    prosecutor: прокуратур
    police: полиц
    interior: внутренних
    foreign: внешн иностранн
    affairs: дел справ
    intelligence: разведк розвідк
    support: поддержк підтримк
    assistance: содействи
    protection: защит
    venture: венчурн
    capital: капитал
    alliance: альянс
    club: клуб
    works: мануфактур
    organization: организаци організац арганізац
    museum: музей
    library: библиотек
    church: церк
    sanatorium: санатори
    hotel: гостиниц
    hospital: больниц
    school: школ
    of: для
    order: орден
    lenin: ленина
    st petersburg: санктпетербург петербургск
    kazan: казанск
    perm: пермск
    samara: самарск
    tula: тульск
    kama: камск
    donetsk: донецк донецьк
    luhansk: луганск луганськ
    zaporizhzhia: запорожск запорізьк
    kherson: херсонск
    sevastopol: севастопольск
    rostov: ростовск
    saratov: саратовск
    voronezh: воронежск
    tver: тверск
    penza: пензенск
    ufa: уфимск
    izhevsk: ижевск
    minsk: минск мінск
    orsha: аршанск
    kyiv: киевск київськ
    railways: залізниц
    budgetary: бюджетн
    management company: управляюща
    federation: федерац
    foreign economic: внешнеэкономическ
    real estate: недвижимост
    specialized: специализированн
    innovation: инновац
    innovative: инновационн
    educational: образовательн
    ore: рудн
    advanced: перспективн
    reconnaissance: разведывательн
    geological: геологическ
    representative office: представительств
    biological: биологическ
    natural: природн
    drilling: бурени
    labor: трудов
    republican: республиканск рэспубліканск
    synthetic: синтетическ
    polar: полярн
    battery: аккумуляторн
    depository: депозитари
    lower: нижн
    upper: верхн
    technopark: технопарк
    hydroelectric: гидроэлектр
    cable: кабельн
    rubber: резин
    glass: стекольн
    cement: цементн
    concrete: бетон
    bridge: мостов
    road: дорожн
    highway: автодор
    cargo: грузов
    freight: грузоперевоз
    passenger: пассажирск
    container: контейнерн
    terminal: терминал
    warehouse: склад
    customs: таможенн
    tax: налогов
    treasury: казначейств
    accounting: бухгалтер
    audit: аудит
    legal: юридическ
    law: право
    rights: прав
    human: человек
    veterans: ветеран
    heroes: герои героев
    cossack: казач казац
    assault: штурмов
    reserve: резерв
    mobilization: мобилизац
    training: подготовк учебн
    cadet: кадетск
    orphan: сирот
    children: детск
    women: женск
    family: семь
    lake: озер
    mountain: гора
    island: остров
    """
