"""Words that a name may consist of and that say nothing of whose name it is.

Written for Vigil from general knowledge of English prose and of people's names; folded, lower case.
`EVERYDAY` are words of ordinary English, `GIVEN` and `FAMILY` are names that very many people bear.
A word that is missing here costs a false link at worst, one too many a link.
"""

from __future__ import annotations

EVERYDAY_TEXT = """
    a about above academy access account across act action active actor advance advanced advantage
    africa african after again age agency agent agreement aid aim alarm album alert alliance alpha
    amber america american among anchor ancient angel animal answer apple april arab arctic area
    arena argument arm army arrow art asia asian atlantic atlas august aurora autumn award away
    baby back balance ball baltic band banner bar base basic battle bay beach beacon bear beauty
    bee bell best better beyond big bill bird black blast block blood blue board boat body bolt
    bond book border boss box boy brain branch brand brave bread bridge bright brilliant broad
    bronze brown budget build builder building bull burn bus button buyer cable call camp candle
    cap capital captain car caravan carbon card care cargo carrier case castle cat cause cedar
    cell central century chain chair champion chance change channel charge charity chart chief
    child children choice church circle city civil class classic clean clear client climate clock
    cloud club coal coast coastal code coffee coin cold collection colony comet command commander
    community concept concern concert concord condor conduct conference connect connection contact
    continental contract control cooperation cooperative copper coral core corner corridor cosmos
    council country course court cover craft crane create creative credit crescent crew crocodile
    cross crow crown cruise crystal culture cup current custom customs cyber cycle daily dark data
    date dawn day deal dean death december deep deer defender delta demon desert design designer
    detail diamond diana diesel digital direct direction director discovery district division
    doctor dog dollar dolphin door double dove dragon dream drive driver dry dual dust duty
    dynamic dynasty eagle early earth east eastern easy echo eclipse economic economy edge edition
    editor education effect eight eighth electric electrical element elite ember emerald emperor
    empire empty end engine engineer engineers english enter entry environment epoch equal equity
    era excellence
    esteem eternal europe european evening event ever everest evolution exact exchange
    executive exile expert experts explorer express extra eye fabric face fact fair faith falcon
    fall family fan far farm farmer fashion fast fate father favor feather february federation
    feed female fiber field fifth fifty fight fighter figure file film final find fire first fish
    five flag flame flash fleet flight floor flow flower fly flying focus food foot football force
    forces ford foreign forest form formula fort fortune forum forward four fourth fox frame free
    freedom fresh friday friend friendly friends friendship front frontier fruit fuel full fund
    future galaxy gallery game garden gate gateway gem gemini generation genesis giant gift girl
    glass globe glory go goal god gold golden good goods government
    governments grace grain grand grass gray great green
    grid ground growth guard guardian guards guide gulf gun hall hand happy harbor hard harmony
    harvest hawk head health heart heat heaven heavy helicopter help herald heritage hero heroes
    high highland hill history hold home honest honor hope horizon horn horse hospital host hotel
    hour house human hundred hunter ice icon idea ideal image impact imperial income independent
    index industry infinity information initiative innovation innovations innovative insider
    insight inspire integrated interest interior international internet investor iron island
    islands issue ivory jade january jasmine jet jewel job journey joy judge july june jungle
    junior jupiter just justice key king kingdom knight know knowledge lab lady lake lamp land
    lane large laser last late launch law leader league legacy legal legend leo level liberation
    liberty library life lift light lightning like lily line link lion list little live local lock
    lodge logic long lord lotus love low loyal luck lucky luna lunar luxury mail main major make
    male man manager map march mare marina mark marker market mars martyr martyrs master material
    matrix may meadow medal media medical medicine meeting member memory men mercury meridian
    message metal meteor metro metropolitan middle might mile military mill million mind mine
    mineral mining minister mirage mirror mission mobile mode model modern monday money monitor
    month moon morning mother motion motor motors mount mountain movement museum music mystery
    name nation nations native natural nature navigator navy near neptune net network networks new
    news next night nine ninth noble noon nord north northern nova november number oak oasis
    object ocean october office officer official old olive olympia olympic omega one open opera
    opinion optic optics optima optimum option oracle orange orbit orchid order orient oriental
    origin orion oscar outlook owner pacific page palace palm panda panorama paper paradise park
    part partner party pass passage passion path patriot patrol peace peacock peak pearl pegasus
    penguin people perfect performance perla persian person petrol pharmacy phoenix phone photo
    piece pilgrim pilot pine pink pioneer pipe pirate place plain plan planet plant plastic
    plastics plate platform platinum play player plaza plus point polar pole police policy
    political polo pool poor popular port portal position positive post power powers precision
    premier premium present president press prestige price pride primary prime prince princess
    principal print prize pro process processing professional profile profit progress progressive
    project promise proof property protection proton provider province public pulse pure purple
    quality quantum quarter queen quest question quick quiet race radar radio rail railway rain
    rainbow rampart range rapid rate raven ray reach reaction reader ready real reason record
    recovery red reef reform regal region regional registry relief remote report reporter rescue
    resistance resource resources response result retail return review revolution revolutionary
    rich right ring rise rising river road robot robotics rock rocket role roof room root rose
    round route royal ruby rule run sabotage safe safety saga sail sailor saint sales salt
    salvation sand sapphire satellite saturday saturn save scale scholar school science sea seal
    search season seat second secret secretary section sector seed senior sense sentinel september
    serene series serious seven shade shadow shape share shark shield shine ship shipyard shop
    shore short show side sierra sight sigma sign signal silk silver simple simplex single site
    six sixth skill sky sleep small smart smile smooth snow social society soft software soil
    solar soldier solid solution son sonic soul sound source south southern sovereign space spark
    special specialist spectrum speed spirit sport sports spot spring square stable stadium staff
    stage standard star stars start state states station status steady steam steel step stick
    stone store storm story straight strategic strategy stream street strength strike strong
    structure student studio study style success summer summit sun sunday sunflower sunny sunrise
    sunset super superior support supreme sure surface surge survey swan sweet swift symbol table
    talent tall tank tanker target task tax team telecom telecommunications telephone ten tenth
    terminal test thing third thirteen thousand three thunder thursday tiger time titan today tool
    tools top torch total touch tour tourism tower town track trade tradition traffic trail train
    transfer transit travel treasure tree trend triangle tribe tribune trident trinity triumph
    tropical true trust truth tuesday tulip turn twelve twin two ultimate ultra union unique unit
    united unity universal universe university up urban user valley value vanguard vector vehicle
    venture venus vertex victor victory video view village vintage violet virgo virtual vision
    vista vital voice volunteer voyager wall war warrior watch water wave way weapon weapons
    weather web wednesday week west western whale wheel white wide wild will win wind window wing
    winner winter wire wisdom wise wolf woman women wonder wood wool word work workers working
    works world year yellow young youth zebra zenith zero zone airport aircraft airline airways
    armed arms assault attack authority ballistic battalion biological brigade bureau chemical
    combat commission commissioner committee congress constitution consulate coordination corps
    counter criminal democratic deputy development diplomatic directorate drone election embassy
    enforcement export exporter governor guerrilla import importer inspector intelligence islamic
    judiciary labor maritime marshal mayor militia minister ministry mosque naval nuclear
    opposition parliament party patriotic penitentiary pistol plenary press prison prosecutor
    province rebel regiment religious research reserve scientist senate senator separatist
    servicemen settlement shipping spokesman squad strategic supreme task temple terror treasury
    tribunal troops unmanned veterans vice wing
    """
GIVEN_TEXT = """
    abbas abdallah abdul abdullah abraham adam adel adnan adrian agnes ahmad ahmed akbar alan
    albert alberto alejandro aleksandr aleksei alex alexander alexandra alexei alexey alfred ali
    alice amanda amer amin amir amy ana anastasia anatoly anders andre andrea andreas andrei
    andrew andrey angela anna anne anthony anton antonio arash arjun arthur ashraf asif aslan aziz
    babak barbara basel ben benjamin bernard bilal boris brian bruno carl carla carlos carmen
    caroline catherine charles charlotte chris christian christina christopher claire claudia
    daniel daniela dariush darya dave david davoud deborah denis dennis diana diego dimitri dmitri
    dmitriy dmitry donald dong dorothy ebrahim edgar eduard eduardo edward egor ehsan elena eli
    elizabeth ella emil emily emma eric erik ernest esmail eugene eva evgeny faisal farah farhad
    farid fatemeh fatima felix ferdinand fernando filip francesco francis francisco frank
    frederick gabriel galina gary george georgy gerald gholam gleb gloria gordon grace graham
    grigory gustavo habib hadi hakim hamid hanna hannah hans haris harold harry hasan hashem
    hassan heidi helen helena henry hisham hossein hugo hussein ian ibrahim igor ilya imad imran
    ines irina isaac isabel ivan jack jacob jafar jalal jamal james jan jane janet jason javad
    javier jean jeffrey jennifer jessica jesus jim joan joe johan johannes john jonas jonathan
    jorge jose josef joseph joshua juan julia julian julie julius kamal karen karim karl kate
    katherine kaveh kazem keith kelly ken kenneth kevin khaled khalid kim kirill konstantin kurt
    lars laura lawrence lee leila leo leon leonid li lily linda lisa louis lucas lucia luis luka
    luke lydia magnus mahdi mahmoud mahmud majid maksim malik manuel marc marco margaret maria
    marie marina mario mark marta martha martin marwan mary masoud matthew max maxim mehdi mei
    mehmet michael michel miguel mikhail mina ming mohamed mohammad mohammed mohsen moritz morteza
    mostafa muhammad murad musa mustafa nadia nasser natalia natasha navid nicholas nick nicolas
    nikita nikolai nikolay nina noah noor nora olaf oleg olga oliver olivia omar oscar osman otto
    pablo patricia patrick paul paula pavel pedro peter petr philip philippe pierre qasim rachel
    rafael rahim ralph ramin ramon rashid raul raymond rebecca reza ricardo richard rita robert
    roberto roger roland roman ronald rosa ruben rudolf ruslan ruth ryan saad sabina sadegh saeed
    said saleem saleh salim salman sam samir samuel sandra sara sarah sayed scott sean sebastian
    sergei sergey sergio seyed shahin sharif simon sofia sonia sophia stanislav stefan stephan
    stephen steven stuart suleiman susan svetlana tariq tatiana taylor thomas tim timothy tom
    tomas tony umar vadim valentin valentina valery vasily vera victor victoria viktor vincent
    vitaly vladimir vladislav vyacheslav walid walter wang wei wendy werner william xavier yan
    yana yasin yasser yevgeny yong younes yuri yury yusuf zahra zhang ziad
    """
FAMILY_TEXT = """
    abbasi adams ahmadi ahmadov ahn akhtar alam alavi alexandrov ali alvarez amini anderson
    andersen aydin aziz bai baker bakr barnes bauer becker bell bennett berg bianchi black brooks
    brown butler cai campbell carter castro celik chan chang chaudhry chavez chen cheng choi
    chowdhury clark collins cook cooper costa cruz cui da davis davies demir deng diaz ding doan
    dong du duan edwards ebrahimi evans fan fang feng fernandez ferrari fischer flores fofanov
    foster fu fuentes gao garcia ge ghasemi gomez gonzalez gordon gray green gu guo gupta
    gutierrez hall han hansen haq harris hasan hashemi hassan he hernandez heydari hill hoang
    hoffmann hosseini hou howard hu huang hughes hussain hussein huynh ibrahim ibrahimov ismail
    ivanov ivanova jackson jafari james jang jansen jenkins ji jia jiang jimenez jin jones jung
    kang karimi kaya kelly khan kim king kiselev klein koch kovalenko kovalev kowalski kozlov
    kumar kuznetsov lai lam larsen lau lee lei leonov lewis li liang liao lim lin liu long lopez
    lu luo ma mahmoud makarov malik marin martin martinez matsuda medvedev mehta mendoza meng
    meyer mikhailov miller mills mirza mitchell mo mohamed mohammadi mohammed moore morales moreno
    morgan morozov morris moussavi mousavi muller murphy musa naseri nazari nelson nguyen nielsen
    nikitin nikolaev novak novikov nowak ortiz osman ozturk pak pan park parker patel pavlov
    pereira perez peters petrov petrova pham phillips popov powell price qian qiu quinn rahimi
    rahman ramirez ramos rao reed ren reyes rezaei richards richardson riley rivera roberts
    robinson rodriguez rogers romanov romero rose ross rossi ruiz russell russo sadeghi saleh
    salem sanchez sanders santos sato schmidt schneider schulz schwartz scott shah shao sharma
    shaw shen shevchenko shi shin siddiqui silva simmons singh smirnov smith sokolov soltani song
    stein stevens stewart suarez sullivan sun suzuki tan tanaka tang tao taylor thomas thompson
    tian toledo torres tran tsai turner unal varga vargas vasiliev vega volkov volkova wagner
    walker wallace wang ward watson weber wei weiss wen white williams wilson wolf wood woods
    wright wu xia xiao xie xiong xu xue yadav yan yang yao ye yilmaz yin young yu yuan yun zaitsev
    zeng zhang zhao zheng zhong zhou zhu zimmermann zou
    """
# Borne by ten or more persons of the US list of 2026-07-31, patronymics aside.
LISTED_TEXT = """
    abd abdel abdi abed abid abubakar adil adolfo agha aleksander aleksey alexandr alfonso alfredo
    aliaksandr alireza allah alonso alvarado anatoliy andres andriy araujo armando artem arturo
    artyom asad asghar assad aung avila awad ayman bashir beltran castillo cesar chin cho choe
    chol chong chun contreras daw din dmitrii don dzmitry ekaterina enrique ernesto evgeniy fathi
    fawaz figueroa gennady gerardo german gholamreza gil gilberto guerrero guzman hafiz haji hajj
    hajji hamad hamed hamza hashim hector hosein husayn hyok ibarra iqbal ismael issa jaber jamil
    jasim jihad jong julio kamel khalil kwang kyong latif mahmood mansour mansur masri medina
    mejia meza min mohamad moussa muhamad muhammed muhsin mullah munoz murat murillo musab myint
    myong nam naser nasir nasr natalya oleksandr ortega qari quintero rawi rida sad saif salah
    salam salazar salih samer sami saw sayyed sayyid serhiy seyyed shami shaykh sheikh sulayman
    sultan taha tatyana tikriti ullah usama valdez valencia valeriy vasiliy volodymyr yahya yasir
    yelena yevgeniy yousef youssef yunis yuriy yusif zadeh
    """
EVERYDAY = frozenset(EVERYDAY_TEXT.split())
PEOPLE = (
    frozenset(GIVEN_TEXT.split()) | frozenset(FAMILY_TEXT.split()) | frozenset(LISTED_TEXT.split())
)
# Before a person's name; the name begins after them.
TITLE_TEXT = """
    mr mrs ms miss dr prof professor sir lord lady president vice prime minister deputy chief
    general brigadier colonel major captain admiral commander lieutenant sergeant marshal senator
    representative congressman secretary ambassador governor mayor judge chairman chairwoman ceo
    director spokesman spokeswoman spokesperson king prince princess queen sheikh shaikh ayatollah
    imam mullah haji hajj engineer businessman oligarch tycoon founder owner leader analyst lawyer
    attorney official officer scientist foreign defence defense former then acting the and by
    """
TITLES = frozenset(TITLE_TEXT.split())
