"""What else an everyday word says at once, for the expressions of ``everyday``: who says *papa* speaks of a parent."""

LINES = """
papa vader ouder
pa vader ouder
pappa vader ouder
stiefvader vader ouder
vader ouder
mama moeder ouder
ma moeder ouder
mamma moeder ouder
stiefmoeder moeder ouder
moeder ouder
opvoeder ouder
echtgenoot man partner
echtgenote vrouw partner
man partner
vrouw partner
vriend partner
vriendin partner
zoon kind jongen jongere
dochter kind meisje jongere
zoontje zoon kind
dochtertje dochter kind
jongen kind jongere
meisje kind jongere
puber kind jongere
tiener kind jongere puber
jongere kind
jeugdige kind jongere
kleuter kind
peuter kind
baby kind
dreumes kind
kleinkind kind
broertje kind
zusje kind
scholier kind leerling jongere
kroost kind
nooit niet
geen niet
nergens niet
niks niet
niets niet
nauwelijks niet
amper niet
weigeren niet
telkens steeds
altijd steeds
alweer weer
opnieuw weer
woning huis
flat huis
zusters familie
oma familie
opa familie
tante familie
oom familie
zus familie
broer familie
doorvertellen vertellen
doorzeggen vertellen
doorspelen vertellen
zeggen vertellen
bespreken overleggen
school organisatie
politie organisatie
huisarts organisatie
gemeente organisatie
collega organisatie
werkgever organisatie
wijkteam organisatie
jeugdzorg organisatie
corporatie organisatie
leerkracht organisatie
client gezin
instantie hulpverlener
hulpverlening hulp
begeleiding hulp
ondersteuning hulp
steun hulp
"""
