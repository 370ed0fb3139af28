"""Frequent names and words in Arabic script, with the usual Latin spelling.

Arabic script leaves short vowels out, so which a name has must be known. A line holds a word, its
usual Arabic romanisation and, where they write it otherwise, the Persian, Dari or Urdu one. Facts
of language: given names, family names and parts of names common in Arabic, Persian, Dari, Pashto
and Urdu, as passports spell them; no list was drawn on.
"""

from __future__ import annotations

NAME_TEXT = """
    محمد muhammad mohammad
    محمود mahmud mahmoud
    احمد ahmad
    حامد hamid hamed
    حميد hamid
    حمد hamad
    حمدان hamdan
    حمدي hamdi
    حسن hasan
    حسين husayn hossein
    حسيني husayni hosseini
    حسني husni hosni
    محسن muhsin mohsen
    احسان ihsan ehsan
    علي ali
    عمر umar omar
    عمار ammar
    عمران imran emran
    عثمان uthman osman
    عباس abbas
    عبد abd
    عبيد ubayd obaid
    عبده abduh abdo
    عابد abid abed
    عبدالله abdallah abdullah
    عبيدالله ubaydallah obaidullah
    الله allah
    علاء ala
    عائشه aisha
    عادل adil adel
    عارف arif aref
    عاصم asim asem
    عامر amir amer
    عاطف atif atef
    عدنان adnan
    عدي uday odai
    عزت izzat ezzat
    عزيز aziz
    عزيزي azizi
    عصام isam essam
    عطا ata
    عطيه atiyah
    عقيل aqil aghil
    عماد imad emad
    عمرو amr
    عوض awad evaz
    عون awn
    خيل khel
    قريشي qurayshi
    بغدادي baghdadi
    زبيري zubayri zobeiri
    طالبان taliban
    ياشار yashar
    هوتک hotak
    نورزي nurzai noorzai
    بريخ barich
    بريش barich
    اسكندر iskandar eskandar
    هدايت hidayat hedayat
    عنايت inayat enayat
    كفايت kifayat kefayat
    ولايت wilayat velayat
    شجاعي shujai shojaei
    رضاييان rezaian
    غلامي ghulami gholami
    عليزاده alizadeh
    كلانتري kalantari
    نقدي naqdi naghdi
    محمدي muhammadi mohammadi
    احمدي ahmadi
    محمودي mahmudi mahmoudi
    حيدري haydari heydari
    فرهادي farhadi
    دهقان dehghan
    دهقاني dehghani
    مهاجر muhajir mohajer
    مهاجري muhajiri mohajeri
    حاجي haji
    حقيقي haqiqi haghighi
    سبزواري sabzevari
    رفسنجاني rafsanjani
    زنجاني zanjani
    خراساني khurasani khorasani
    نيشابوري neishabouri
    همداني hamdani hamedani
    اردبيلي ardabili ardebili
    قمي qumi ghomi
    لاريجاني larijani
    ولايتي wilayati velayati
    روحاني ruhani rouhani
    قاليباف ghalibaf
    مشايخي mashayikhi mashayekhi
    معتمدي mutamadi motamedi
    مصلحي muslihi moslehi
    مرتضوي murtadawi mortazavi
    محصولي mahsuli mahsouli
    متكي muttaki mottaki
    عيسى isa eisa
    عياض iyad
    اياد iyad
    ابراهيم ibrahim ebrahim
    ابراهيمي ibrahimi ebrahimi
    ابو abu
    ابوبكر abubakr
    ابي abi
    ابن ibn
    بن bin
    بنت bint
    ولد ould
    ام umm
    و wa
    في fi
    شركت sherkat
    شركه sharikah
    ادريس idris
    اديب adib
    اسامه usama osama
    اسحاق ishaq eshaq
    اسد asad
    اسدي asadi
    اسعد asad
    اسلام islam eslam
    اسلامي islami eslami
    اسماء asma
    اسماعيل ismail esmail
    اسماعيلي ismaili esmaili
    اشرف ashraf
    اصغر asghar
    اعظم azam
    افشار afshar
    اقبال iqbal eqbal
    اكبر akbar
    اكبري akbari
    اكرم akram
    الهام ilham elham
    الياس ilyas elias
    امان aman
    امجد amjad
    امير amir
    اميري amiri
    امين amin
    اميني amini
    انور anwar anvar
    انس anas
    انصار ansar
    انصاري ansari
    اوس aws
    ايمن ayman
    ايمان iman
    ايوب ayyub ayub
    ايران iran
    ايراني irani
    اخوان ikhwan akhavan
    اخوند akhund
    اغا agha
    بابك babak
    باسم basim basem
    باسل basil basel
    باقر baqir bagher
    باقري baqiri bagheri
    بدر badr
    بديع badi
    بركات barakat
    برهان burhan borhan
    بسام bassam
    بشار bashar
    بشير bashir
    بكر bakr
    بلال bilal belal
    بهاء baha
    بهرام bahram
    بهروز behruz behrouz
    بهزاد behzad
    بهمن bahman
    بيگ beg
    پروين parvin
    پرويز parviz
    پسران pesaran
    پور pour
    پوتين putin
    پوتن putin
    پهلوي pahlavi
    تركي turki
    تقي taqi taghi
    توفيق tawfiq tofigh
    تهراني tihrani tehrani
    تيمور taymur teimour
    ثابت thabit sabet
    جابر jabir jaber
    جابري jabiri jaberi
    جاسم jasim jassem
    جان jan
    جبار jabbar
    جعفر jafar
    جعفري jafari
    جلال jalal
    جلالي jalali
    جليل jalil
    جمال jamal
    جمعه jumah jomeh
    جميل jamil
    جمشيد jamshid
    جهان jahan
    جواد jawad javad
    جوادي jawadi javadi
    جواهري jawahiri javaheri
    جولاني jawlani jolani
    حاتم hatim hatem
    حاجي haji
    حاج hajj haj
    لاحد lahad
    عبدالرحمن abdulrahman abdurrahman
    حافظ hafiz hafez
    حارث harith hares
    حازم hazim hazem
    حبيب habib
    حجت hujjat hojjat
    حذيفه hudhayfah hozeifeh
    حزب hizb hezb
    حسام husam hesam
    حسب hasb
    حق haq
    حقاني haqqani
    حكمت hikmat hekmat
    حكيم hakim
    حماد hammad
    حمزه hamzah hamzeh
    حنيف hanif
    حيات hayat
    حيدر haydar heydar
    حيدري haydari heydari
    خادم khadim khadem
    خالد khalid khaled
    خامنه khamenei
    خامنئي khamenei
    خاتم khatam
    خان khan
    خدا khuda khoda
    خديجه khadijah khadijeh
    خسرو khosrow
    خضر khidr khezr
    خليفه khalifah khalifeh
    خليل khalil
    خليلي khalili
    خميس khamis
    خميني khomeini
    خورشيد khurshid khorshid
    خير khayr khair
    داود dawud davoud
    داوود dawud davoud
    دانش danesh
    درويش darwish darvish
    دوست dost
    دولت dawlat dowlat
    دين din
    راشد rashid rashed
    رامي rami
    رامين ramin
    رحمان rahman
    رحماني rahmani
    رحمت rahmat
    رحمن rahman
    رحيم rahim
    رحيمي rahimi
    رسول rasul rasoul
    رستم rustam rostam
    رستمي rustami rostami
    رشيد rashid
    رضا rida reza
    رضائي ridai rezaei
    رضايي ridai rezaei
    رضوان ridwan rezvan
    رضوي radawi razavi
    رفعت rifat refat
    رفيق rafiq
    رمزي ramzi
    رمضان ramadan ramazan
    روح ruh
    رياض riyad riaz
    رئوف rauf
    روف rauf
    زاده zadah zadeh
    زاهد zahid zahed
    زبير zubayr zobair
    زكريا zakariya zakaria
    زكي zaki
    زهرا zahra
    زهراء zahra
    زهير zuhayr zoheir
    زيد zayd zeid
    زياد ziyad
    زين zayn zein
    زينب zaynab zeinab
    سارا sara
    ساره sarah
    سالم salim salem
    سامي sami
    سامر samir samer
    سبحان subhan sobhan
    سپاه sepah
    سجاد sajjad
    سراج siraj seraj
    سرور sarwar sarvar
    سردار sardar
    سعد saad
    سعدي sadi
    سعود saud
    سعيد said saeed
    سعيدي saidi saeedi
    سفيان sufyan
    سلام salam
    سلامه salamah
    سلطان sultan soltan
    سلطاني sultani soltani
    سلمان salman
    سليم salim
    سليمان sulayman soleiman
    سليماني sulaymani soleimani
    سمير samir
    سميع sami
    سند sanad
    سهيل suhayl soheil
    سياف sayyaf
    سيد sayyid seyed
    سيف sayf seif
    سيستاني sistani
    شاه shah
    شاهين shahin
    شجاع shuja shoja
    شرف sharaf
    شريعتي shariati
    شريف sharif
    شريفي sharifi
    شعبان shaban
    شفيق shafiq
    شمس shams
    شهاب shihab shahab
    شهيد shahid
    شهباز shahbaz
    شهرام shahram
    شوقي shawqi
    شوكت shawkat
    شير shir
    شيراز shiraz
    شيرازي shirazi
    شيخ shaykh sheikh
    صادق sadiq sadegh
    صادقي sadiqi sadeghi
    صالح salih saleh
    صالحي salihi salehi
    صباح sabah
    صبري sabri
    صبحي subhi
    صدام saddam
    صدر sadr
    صدري sadri
    صديق siddiq sediq
    صديقي siddiqi sediqi
    صفا safa
    صفر safar
    صفي safi
    صفوي safawi safavi
    صلاح salah
    ضياء diya zia
    ضيا diya zia
    طارق tariq tareq
    طالب talib taleb
    طالبي talibi talebi
    طاهر tahir taher
    طاهري tahiri taheri
    طه taha
    طلال talal
    طيب tayyib tayeb
    ظاهر zahir zaher
    ظريف zarif
    ظواهري zawahiri
    غازي ghazi
    غانم ghanim ghanem
    غسان ghassan
    غضنفر ghazanfar
    غفار ghaffar
    غفور ghafur ghafoor
    غلام ghulam gholam
    غني ghani
    فاتح fatih fateh
    فاخر fakhir fakher
    فادي fadi
    فاروق faruq farooq
    فارس faris fares
    فاضل fadil fazel
    فاطمه fatimah fatemeh
    فائز faiz faez
    فتاح fattah
    فتح fath
    فتحي fathi
    فخر fakhr
    فخري fakhri
    فداء fida fada
    فراس firas
    فراهاني farahani
    فرج faraj
    فرحان farhan
    فرحات farhat
    فردوس firdaws ferdows
    فرهاد farhad
    فرزاد farzad
    فريد farid
    فريدون faridun fereydoun
    فضل fadl fazal
    فهد fahd
    فهمي fahmi
    فواد fuad foad
    فوزي fawzi
    فلسطين filastin
    فياض fayyad fayaz
    فيصل faysal
    فيض faid faiz
    قادر qadir ghader
    قادري qadiri ghaderi
    قاري qari
    قاسم qasim ghasem
    قاسمي qasimi ghasemi
    قاضي qadi ghazi
    قاعده qaida
    قائد qaid
    قدرت qudrat ghodrat
    قدس quds qods
    قذافي qadhafi gaddafi
    قرباني qurbani ghorbani
    قربان qurban ghorban
    قطب qutb ghotb
    قندهار qandahar kandahar
    قيس qays
    قصي qusay
    كابل kabul
    كاظم kazim kazem
    كاظمي kazimi kazemi
    كامل kamil kamel
    كامران kamran
    كبير kabir
    كرم karam
    كرمان kirman kerman
    كرماني kirmani kermani
    كرمي karami
    كريم karim
    كريمي karimi
    كمال kamal
    كوثر kawthar kosar
    گل gul gol
    لبنان lubnan lebanon
    لطف lutf lotf
    لطيف latif
    لؤي luay
    ليلى layla leila
    ليلا layla leila
    ماجد majid majed
    مازن mazin mazen
    مالك malik malek
    مامون mamun
    مومن mumin momen
    ماهر mahir maher
    مبارك mubarak mobarak
    متولي mutawalli motevalli
    مجاهد mujahid mojahed
    مجاهدين mujahidin mojahedin
    مجتبى mujtaba mojtaba
    مجتبي mujtaba mojtaba
    مجيد majid
    محي muhyi mohi
    مختار mukhtar mokhtar
    مخلوف makhluf
    مدني madani
    مراد murad morad
    مرادي muradi moradi
    مرتضى murtada morteza
    مرتضي murtada morteza
    مرسي mursi
    مرعي mari
    مروان marwan marvan
    مريم maryam
    مسعود masud masoud
    مسلم muslim moslem
    مسلمين muslimin
    مصطفى mustafa mostafa
    مصطفي mustafa mostafa
    مصعب musab mosab
    مطيع muti moti
    مظاهري mazahiri mazaheri
    مظفر muzaffar mozaffar
    معاويه muawiyah moavieh
    معصومه masumah masoumeh
    معمر muammar
    معين muin moein
    مفتي mufti mofti
    مقداد miqdad meghdad
    مقدم muqaddam moghaddam
    مكرم mukarram mokarram
    ملا mullah
    ملك malik malek
    ممتاز mumtaz momtaz
    منتظر muntazir montazer
    منصور mansur mansour
    منصوري mansuri mansouri
    منذر mundhir monzer
    منير munir monir
    مهدي mahdi mehdi
    مهران mihran mehran
    مهرداد mehrdad
    مهند muhannad
    موسى musa mousa
    موسي musa mousa
    موسوي musawi mousavi
    مولا mawla mola
    مولوي mawlawi
    مير mir
    ميرزا mirza
    ميلاد milad
    نادر nadir nader
    ناصر nasir naser
    ناصري nasiri naseri
    ناظم nazim nazem
    نبي nabi
    نبيل nabil
    نجاد najad nejad
    نژاد nejad
    نجم najm
    نجيب najib
    نديم nadim
    نذير nadhir nazir
    نزار nizar
    نسيم nasim
    نصار nassar
    نصر nasr
    نصرت nusrat nosrat
    نصره nusrah
    نصير nasir
    نظام nizam nezam
    نعمان numan
    نعمت nimat nemat
    نعيم naim
    نقيب naqib
    نواف nawwaf
    نواز nawaz navaz
    نوح nuh
    نور nur nour
    نوري nuri nouri
    نيك nik
    هادي hadi
    هارون harun
    هاشم hashim hashem
    هاشمي hashimi hashemi
    هاني hani
    هشام hisham hesham
    هدي huda hoda
    هلال hilal helal
    همايون humayun homayoun
    هنيه haniyeh
    هيثم haytham
    وائل wail
    واحد wahid vahed
    واصل wasil vasel
    واعظ waiz vaez
    وحيد wahid vahid
    وزير wazir vazir
    وزيري waziri vaziri
    وسيم wasim
    وفيق wafiq
    وليد walid valid
    ياسر yasir yaser
    ياسين yasin
    يار yar
    يحيى yahya
    يحيي yahya
    يزيد yazid
    يعقوب yaqub yaghoub
    يمن yaman yemen
    يمني yamani
    يونس yunus younes
    يوسف yusuf yousef
    يوسفي yusufi yousefi
    يزدي yazdi
    اصفهان isfahan esfahan
    اصفهاني isfahani esfahani
    تكريتي tikriti
    تبريز tabriz
    تبريزي tabrizi
    تهران tihran tehran
    مشهد mashhad
    دمشق dimashq damascus
    سوريه suriyah syria
    سوري suri
    عراق iraq
    عراقي iraqi
    ليبي libi
    مصري misri
    تونسي tunisi
    كويتي kuwaiti
    حلبي halabi
    بغدادي baghdadi
    موصلي mawsili
    مقدسي maqdisi
    شامي shami
    مغربي maghribi
    افغاني afghani
    هرات herat
    ولاديمير vladimir
    فلاديمير vladimir
    فلادمير vladimir
    ولاديميروويچ vladimirovich
    فلاديميروفيتش vladimirovich
    بوتين putin
    بوتن putin
    پوٹن putin
    زارع zare
    قصير qasir
    خلف khalaf
    ادم adam
    مكي makki
    همام hammam
    نايف naif
    فواز fawaz
    صقر saqr
    جهاد jihad jahad
    قحطان qahtan
    معروف maruf
    فرزانه farzaneh
    حميه hamieh
    زرگر zargar
    مهدوي mahdavi
    صمد samad
    اميد umid omid
    راوي rawi
    سبعاوي sabawi
    مثني muthanna
    جورج jurj george
    مقلد muqallad
    عز izz ez
    تاج taj
    باهر bahir baher
    شاكر shakir shaker
    صابر sabir saber
    رائد raid raed
    راني rani
    شادي shadi
    مجدي majdi
    حلمي hilmi helmi
    لطفي lutfi lotfi
    صدقي sidqi
    بندر bandar
    بدري badri
    وجيه wajih vajih
    غالب ghalib ghaleb
    صاحب sahib saheb
    ثامر thamir
    عاصف asif asef
    واصف wasif vasef
    عفيف afif
    خفيف khafif
    رؤوف rauf raouf
    عطوف atuf
    معاذ muadh moaz
    مؤيد muayyad
    ميثم maytham meysam
    لقمان luqman loqman
    شعيب shuayb shoaib
    بيژن bijan
    خداداد khudadad khodadad
    خدادادي khudadadi khodadadi
    پناه panah
    پرست parast
    داريوش daryush dariush
    سيامك siyamak siamak
    سياوش siyawash siavash
    شاپور shapur shapour
    فرامرز faramarz
    كاوه kawah kaveh
    كيوان kaywan keyvan
    كورش kurush kourosh
    منوچهر manuchihr manouchehr
    هوشنگ hushang houshang
    آرش arash
    آرمان arman
    ارژنگ arzhang
    اردشير ardashir
    اسفنديار isfandiyar esfandiar
    افشين afshin
    ايرج iraj
    پيمان payman
    تورج turaj touraj
    سهراب suhrab sohrab
    شهريار shahriyar
    فرشاد farshad
    كيان kiyan kian
    مازيار maziyar maziar
    آغا agha
    مشهدي mashhadi
    گيلاني gilani
    كاشاني kashani
    اهوازي ahwazi ahvazi
    نجفي najafi
    كربلائي karbalai
    بصري basri
    دمشقي dimashqi
    حمصي himsi
    لبناني lubnani lobnani
    يماني yamani
    حجازي hijazi hejazi
    قندهاري qandahari kandahari
    كابلي kabuli
    هراتي harati herati
    بلخي balkhi
    لله allah
"""
# Words of organisations, in English as lists print them.
WORD_TEXT = """
    شركت sherkat
    شركه sherkat
    بانك bank
    بنك bank
    مصرف bank
    صنايع industries
    صنعت industry
    صنعتي industrial
    صناعات industries
    صناعيه industrial
    پتروشيمي petrochemical
    بازرگاني trading
    تجاره trading
    تجاريه trading
    تجاري trading
    جمهوري republic
    جمهوريه republic
    وزارت ministry
    وزاره ministry
    دفاع defence
    نيروي force
    نيروهاي forces
    مسلح armed
    دانشگاه university
    جامعه university
    موسسه institute
    مؤسسه institution
    مركز center
    سازمان organization
    منظمه organization
    توسعه development
    انرژي energy
    اتمي atomic
    هوافضا aerospace
    هوايي aviation
    هواپيمايي airlines
    هواپيماسازي aircraft manufacturing
    كشتيراني shipping
    نفت oil
    گاز gas
    فولاد steel
    گروه group
    مجموعه group
    اسلامي islamic
    اسلاميه islamic
    ايران iran
    هيئه body
    شبكه network
    شبكه network
    كتائب brigades
    لواء brigade
    كتيبه battalion
    تنظيم organization
    بين inter
    المللي international
    دفتر office
    مهندسي engineering
    فرودگاه airport
    ماهواره satellite
    الكترونيك electronics
    الكترونيكي electronics
    قطعات parts
    توليدي manufacturing
    توليد production
    خدمات services
    تحقيقات research
    پژوهشي research
    پژوهشگاه research institute
    علوم science
    فناوري technology
    سازي manufacturing
    معدني mining
    ملي national
    مالي financial
    سرمايه investment
    گذاري company
    حمل transport
    دريايي marine
    زندان prison
    دادگاه court
    شهر city
    پليس police
    ستاد headquarters
    كل general
    قوات forces
    جيش army
    ارتش army
    لل for
    و and
    في in
    دوليه international
    عامه general
    جديد new
    بيمه insurance
    انقلاب revolution
    پاسداران guards
    بنياد bonyad
    جبهه front
    جماعه group
    دوله state
    حركه movement
    حركت movement
    لجنه committee
    جمعيه society
    خيريه charitable
    معمل factory
    مصنع factory
    كارخانه factory
    نيروگاه plant
    تجارت trading
    صرافه exchange
    صرافي exchange
    تبادل exchange
    مكتب office
    واردات import
    استيراد import
    صادرات export
    تصدير export
    عمومي general
    مقاولات contracting
    پيمانكاري contracting
    ساختماني construction
    انشاءات construction
    عمران construction
    هندسه engineering
    هندسيه engineering
    نقل transport
    ترابري transport
    راه road
    شحن shipping
    ملاحه shipping
    كشتي ship
    سفينه ship
    كشتيسازي shipbuilding
    بندر port
    ميناء port
    هوا air
    جويه air
    جوي air
    هواپيما aircraft
    طائرات aircraft
    طيران airlines
    هليكوپتر helicopter
    پهپاد drone
    فضا space
    فضايي space
    هوافضايي aerospace
    موشك missile
    صاروخ missile
    موشكي missiles
    صواريخ missiles
    اسلحه weapons
    سلاح weapons
    مهمات ammunition
    ذخائر ammunition
    الكترونيه electronic
    برق electric
    كهرباء electric
    برقي electric
    كهربائي electric
    قدرت power
    كامپيوتر computer
    رايانه computer
    سايبري cyber
    سيبراني cyber
    سايبر cyber space
    ارتباطات communications
    اتصالات communications
    مخابرات communications
    اطلاعات information
    معلومات information
    استخبارات intelligence
    مخابراتي intelligence
    امنيت security
    امن security
    امنيه security
    حفاظت security
    شيميايي chemical
    كيماوي chemical
    كيميائي chemical
    شيمي chemicals
    بترول petroleum
    پالايشگاه refinery
    مصفاه refinery
    لوله pipeline
    معادن mines
    مناجم mines
    فلزات metals
    مس copper
    نحاس copper
    آلومينيوم aluminum
    المنيوم aluminum
    سيمان cement
    اسمنت cement
    صلب steel
    ماشين machine
    آلات machinery
    ماشينآلات machinery
    معدات machinery
    موتور motor
    موتر motor
    تجهيزات equipment
    صناعه industries
    صنائع industries
    نساجي textile
    نسيج textile
    غذايي food
    غذائي food
    دارويي pharmaceutical
    دوائي pharmaceutical
    پزشكي medicine
    طب medicine
    كشاورزي agriculture
    زراعه agriculture
    آب water
    مياه water
    خدمه services
    خدماتي services
    سامانه systems
    نظم systems
    سيستم systems
    نظام system
    طراحي design
    تصميم design
    بحوث research
    پژوهش research
    دراسات studies
    مطالعات studies
    علم science
    علمي scientific
    عالي higher
    تطبيقي applied
    كاربردي applied
    فني technical
    تقني technical
    تكنولوژي technology
    تكنولوجيا technology
    تقنيه technology
    فنآوري technology
    جامعات university
    معهد institute
    پژوهشكده institute
    مدرسه school
    اكاديميه academy
    هيات organization
    سلطه authority
    مجلس council
    شوراي council
    شورا council
    اعلي supreme
    كميته committee
    وزارتخانه ministry
    وقف foundation
    تعاون cooperative
    تعاوني cooperative
    صندوق fund
    تامين insurance
    هلدينگ holding
    قابضه holding
    دولتي public
    حكومت state
    حكومه government
    شعب people
    مردم people
    شعبي popular
    مردمي popular
    وطني national
    حزب party
    اتحاد union
    اتحاديه union
    رابطه association
    انجمن association
    مجتمع society
    اغاثه relief
    امداد relief
    احياء revival
    تراث heritage
    اسلام islam
    سنه sunnah
    جهاد jihad
    مقاتل fighting
    تحرير liberation
    سپاه army
    فرماندهي command
    قياده command
    فرمانده commander
    قائد commander
    قرارگاه headquarters
    مقر headquarters
    پايگاه base
    قاعده base
    مرز border
    حدود border
    حرس guard
    گارد guard
    شرطه police
    بحريه navy
    زميني ground
    بحري marine
    دفاعي defense
    كمك aid
    دعم support
    پشتيباني support
    لجستيك logistics
    تنميه development
    مشاريع projects
    پروژه project
    مشروع project
    اشغال works
    رسانه media
    اعلام media
    اخبار news
    خبر news
    صدا broadcasting
    اذاعه broadcasting
    تلويزيون television
    سيما television
    صحافه press
    وكاله agency
    خبرگزاري agency
    نصر victory
    عربي arab
    جزيره peninsula
    خليج gulf
    شرق east
    خاور east
    غرب west
    غربي western
    شرقي eastern
    شمال north
    جنوب south
    جنوبي southern
    اوسط middle
    شام levant
    سوري syrian
    عراقي iraqi
    لبناني lebanese
    يمني yemeni
    تونسي tunisian
    مغربي moroccan
    ليبي libyan
    مصري egyptian
    فلسطيني palestinian
    ايراني iranian
    افغاني afghan
    پاكستاني pakistani
    افريقي african
    افريقيا africa
    سوريا syria
    عراق iraq
    لبنان lebanon
    كبري great
    بزرگ great
    دولي international
    عالمي international
    بينالمللي international
    جهان world
    محدود limited
    مساهمه joint stock
    سهامي joint stock
    خاص private
    جرايم crimes
    جرائم crimes
    سجن prison
    محكمه court
    قانون law
    حقوق rights
    انسان human
    بشر human
"""
