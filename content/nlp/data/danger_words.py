"""Words that suggest that a child or somebody else is in danger now: folded lemmas; a part of a compound counts too."""

WORDS = frozenset(
    "slaan mishandelen mishandeling schoppen trappen stompen wurgen wurging verwonden verwonding steken neersteken "
    "mes vuurwapen pistool wapen geweer bijl brandstichting bedreigen bedreiging vermoorden moord doden doding "
    "doodslaan doodmaken doodschieten suicide suicidaal zelfmoord zelfdoding zelfbeschadiging zelfverwonding overdosis "
    "verkrachten verkrachting aanranden aanranding misbruiken misbruik incest opsluiten vastbinden ontvoeren ontvoering "
    "uithongeren verhongeren bloed bloeden bewusteloos gewond vergiftigen vergiftiging stikken verstikken "
    "levensgevaar levensgevaarlijk doodsbang eerwraak loverboy besnijdenis weglopen vermist geweld".split()
)
# Words that say so only next to each other, in this order.
PHRASES = (
    ("blauw", "plek"),
    ("niet", "meer", "leven"),
    ("niet", "meer", "willen", "leven"),
    ("niet", "meer", "wil", "leven"),
    ("dood", "maken"),
    ("dood", "willen"),
    ("wil", "dood"),
    ("willen", "dood"),
    ("niet", "veilig"),
    ("acuut", "gevaar"),
    ("acuut", "onveilig"),
    ("direct", "gevaar"),
    ("in", "gevaar"),
    ("nu", "onveilig"),
    ("niet", "eten"),
    ("zichzelf", "pijn", "doen"),
    ("zichzelf", "snijden"),
    ("van", "het", "leven", "beroven"),
    ("alleen", "thuis", "laten"),
)
