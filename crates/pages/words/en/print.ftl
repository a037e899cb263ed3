# Labels, cards, and the page of the code on the call sheet.

print-choose = What to print, on which paper
print-all = Everything
print-weapons = Weapons
print-lots = Rounds
print-cards = Cards
print-poster = Poster
print-cards-title = Make-safe cards
print-how = { $n ->
    [one] One sheet. Print it at 100 %, without margins or headers.
   *[other] { $n } sheets. Print them at 100 %, without margins or headers.
}
print-here-alone = These codes lead to { $origin }, and that means this computer alone. Open this page by the hub’s address on the set, then print.
print-nothing = Nothing to label is on record. Book a delivery first.
label-twin = Twin
label-rack = Rack
label-serial = Serial
label-lot = Lot { $lot }
label-rounds = Rounds
label-rounds-on = { $n } on { $date }
label-maker = Maker
label-maker-unknown = unknown
label-home-made = made for or by the production
label-dated = Dated
label-parent = From lot
label-for = Made for

card-title = Make safe
card-number = Card { $n } of { $of }
card-when = The hub is out of reach: every answer is no. Nothing is issued, loaded or fired. Making safe needs no answer.
card-do-stop = Call STOP aloud and on the radio.
card-do-muzzle = Muzzle in a safe direction, fingers off the trigger.
card-do-unload = The handler takes each weapon back and unloads it. After a misfire wait as the book says; what is kept as found stays as it is.
card-do-lock = Lock it away. Keep rounds of each lot apart.
card-do-write = Write it here. One card, one weapon. The armorer enters it as a report when the hub is back.
card-weapon = Weapon
card-from = Out of whose hand
card-to = To whom, or which safe
card-rounds = Rounds taken out, which lot
card-who = Who did it, who saw it
card-time = Time
card-back = The stop, when the hub is back:

poster-anyone = Anyone may stop
poster-scan = Scan, then press STOP. Or say what worries you.
poster-no-name = No account, and no name unless you want. It is never held against anyone.
poster-no-hub = No answer from the hub? Call STOP aloud. That is enough.

concern-page = Stop, or raise a concern
concern-stop-acts = It acts at once, on every screen of this set.
concern-stop-then = Weapons work stands still until the First AD and a handler have both answered.
concern-or = Or say what worries you
concern-about = What is it about?
concern-nameless = Without my name, else as { $who }
concern-has-no-name = Nobody is signed in here: it goes without a name.
concern-send = Raise the concern
concern-then = A concern stands on the board until it is answered, and stays in the record. Raising one is never held against anyone.
concern-told = The concern is raised
concern-another = Stop, or raise another
wrong-concern-empty = Say what it is about: a few words are enough.
wrong-concern-long = Say it in 2000 letters at most.
wrong-concern-not-now = The hub could not take it now. Send it again in a few seconds, or tell the First AD or the armorer aloud.
