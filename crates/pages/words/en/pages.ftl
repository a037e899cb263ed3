# What stands on the pages.

skip = To the page
rail = Pages
menu = Menu
stop = STOP
go = GO
no = NO
scan = Scan a weapon
make-safe = Make safe
hub-in-reach = hub in reach
entry = entry { $entry }

place-board = Board
place-weapons = Weapons
place-rounds = Rounds
place-scenes = Scenes
place-day = Day
place-people = People
place-rules = Rules
place-record = Record
place-refusals = Refusals
place-labels = Labels

board-day = Board · { $date }
board-running = { $set_up }, { $activity }
board-nothing-runs = Nothing runs
board-no-day = No day is open
board-empty = No weapon is on record. Book a delivery first.
board-nothing-out = No weapon is out. Scan one, or check one out of the safe.
board-in-a-hand = In a hand
board-with-a-handler = With a handler
board-elsewhere = Elsewhere
board-in-the-safe = In the safe
book-delivery = Book a delivery
count-in-a-hand = { $n } in a hand
count-with-handlers = { $n ->
    [one] 1 with a handler
   *[other] { $n } with handlers
}
count-in-the-safe = { $n } in the safe
bearer-under = { $bearer }, under { $handler }
on-hold = on hold
not-checked = not checked
check-holds = check holds
check-holds-more = { $n ->
    [0] check holds under a minute more
    [one] check holds one minute more
   *[other] check holds { $n } minutes more
}
check-too-old = the check is too old
twin-of = (twin of { $weapon })
hold-of = HOLD · { $weapon }
hold-muzzle = Muzzle safe until handler and witness end it.
stopped-set = Stopped: the whole set, until First AD and a handler answer.
stopped-scene = Stopped: scene { $scene }, until First AD and a handler answer.
not-writable = { $n ->
    [0] The record cannot be written: every ask is a no.
    [one] The record cannot be written: every ask is a no, and one report waits.
   *[other] The record cannot be written: every ask is a no, and { $n } reports wait.
}
clock-stepped = The clock stepped: every ask is a no until two roles confirm the time.
incident-open = Incident { $id }: { $cause }
incident-due = Incident { $id }: { $cause }. Next deadline in { $left }.
incident-overdue = Incident { $id }: { $cause }. A deadline passed at { $since }.
concern-open = Concern: { $about }
rounds-missing = { $n ->
    [one] one round missing
   *[other] { $n } rounds missing
}
rounds-accounted = { $lots ->
    [0] none on record
    [one] one lot, all accounted for
   *[other] { $lots } lots, all accounted for
}
refused-today = Refused today
refused-count = { $n ->
    [0] none
   *[other] { $open ->
        [0] { $n }, all put right
       *[other] { $n }, { $open } open
    }
}

go-written = Written as entry { $entry } at { $time }.
go-passed = It was a go, and no longer holds. Ask again.
no-count = { $n ->
    [one] One thing stands in the way of { $wanted }.
   *[other] { $n } things stand in the way of { $wanted }.
}
warnings = To mind
status-secondary = secondary: known from others who quote it
not-legal-advice = Not legal advice. Rules are our readings of their sources.

weapon-chain = Every entry about it, newest first
weapon-held = On hold. Muzzle safe until handler and witness end it.
weapon-preserved = Preserved as found. Secure it. Do not open or unload it, unless a life demands it.
weapon-stood-down = Stands down, until that is lifted.
weapon-quarantined = In quarantine, until it is accepted or released.
weapon-unwatched = Not watched. It needs a new check.
check-never = Never checked.
check-void = No check holds.
check-void-since = Since { $since }: { $why }.
check-it-holds = The check holds.
check-is-too-old = The check is too old.
check-since = Since { $since }: by { $by }, before { $before }.
check-allows = The book allows { $n } minutes.
check-again = Check it again.
bore-seen = Bore seen clear.
bore-not-seen = Bore not seen clear.
act-check_out = Check out
act-receive = Receive
act-check = Check
act-load = Load
act-show = Show
act-issue = Issue
collect = Collect
lock-away = Lock away
record-upto = up to entry { $entry }
record-empty = Nothing was asked or reported yet.
record-older = Older entries
record-never-edited = Nothing here can be edited. A correction is a new entry that names the old one.
record-search = Look in the record: weapon, person, rule, ask, day
record-none = No entry has all these words.
record-none-from = Not found among the entries from { $entry } on. Look further back.
record-checkpoint = Signed checkpoint
record-checkpoint-how = Keep it or print it: with it, a tail that was cut off is seen, and nothing before it can be changed unseen.
record-pack = A pack for somebody outside
entry-says = As the record has it
entry-row = row { $n }
entry-followed = What followed
entry-proof = Proof
entry-proof-how = These two files and the key of the log are enough for anybody to know that this entry stands in the record as it is here. Neither this hub nor a network is needed.
entry-take = Take the entry
entry-take-proof = Take its proof
entry-before-it = It and those before it
record-entry = Entry
record-time = Time
record-what = What
record-by = By
record-answer = Answer
record-because = Because
nobody-named = nobody named
incident = incident { $id }
refusals-none = Nothing was refused today.
refusals-are-kept = A refusal is a near miss, and is kept with how soon it was put right. It is held against nobody.
put-right-in = Put right in { $span }
not-put-right = Not put right yet
rounds-empty = No rounds are on record. Book a delivery first.
rounds-move = Move rounds
rounds-count = Count
derived-from-parts = derived from parts
lot = Lot
lot-quarantined = In quarantine.
lot-not-accepted = Not accepted.
lot-unattended = Left unattended since it was proven.
lot-not-tested = Not tested one by one.
rounds-where = Where
rounds-all = all
rounds-sum = Sum
rule-force = Force
rule-effect = Effect
rule-status = Status
status-is-verified = verified
status-is-secondary = secondary
rule-secondary-means = Secondary: we know this wording from others who quote it. We have not read the source itself.
rule-source = Source
rule-words-are-ours = The words are ours, not the source’s.
rule-remedy = What makes it a yes
rule-reads = What it reads
rule-in-force = In force
rule-said-no = Said no today, times
rule-text = The rule as it decides
enroll = Enroll
person-on-duty = On weapon duty
person-away = Not on the set
person-unwilling = Will not handle a weapon
person-barred = Barred from weapons
person-minor = A minor
paper-ends = { $kind } ends on { $date }
look-ahead = Look ahead
ahead-of-set-up = Set-up { $set_up }
ahead-of-wrap = Wrap
ahead-kept-nowhere = What stands in the way? Kept nowhere.
ahead-nothing = Nothing is left to do, and nothing stands in the way.
ahead-in-the-way = In the way, even when all is done right
ahead-to-do = Still to do
stop-is-called = STOP is called
stop-everywhere = Every screen on this set shows it.
stop-with-name = Sent with your name.
stop-without-name = Sent without your name.
stop-not-yet-recorded = Not yet recorded.
stop-entry = Entry { $entry }.
stop-nothing-more = You need do nothing more.
stop-if-you-want = If you want to say what you saw:
stop-someone-is-hurt = Someone is hurt
stop-a-bullet-round = A bullet round
stop-pointed = Pointed at someone
stop-other = Something else
stop-goes-on = The scene goes on when the First AD and a handler have both answered. Calling a stop is never held against anyone.
menu-look = Light
menu-language = Language

choose-person = Choose
how-own-phone = On their phone
how-spoken = Aloud
wrong-choose-person = Choose who answers.
wrong-choose-set-up = Choose a set-up of today. If it is not there, the First AD adds it.
check-kind-a = Clear check
check-kind-b = Identity check
check-kind-c = Edge check
check-kind-d = Device check
check-witness = Before whom
check-ask = Both saw it so
check-round-in-it = A round is in it
check-unknown-until = Unknown, treated as live, until each is tapped and the witness has answered.
check-of = Check { $weapon }
check-tap-each = Action open. Tap each when you both see it empty. Seen from behind, 1 at the mark.
check-no-positions = Nobody recorded how many positions it has. Record that when it is accepted.
bore = Bore
magazine-out = Magazine out, or none
check-tag = Tag read, and the same
check-inert = Plug seen, or body flexed
check-twin = { $weapon } ruled out
check-fixing = Blade, head and grip firm
check-edge = Edge and point, felt along their length
edge-blunt = Blunt
edge-sharp = Sharp
edge-untested = Not tested
check-paper = Maker’s paper for this use read
issue-to = Issue to { $bearer }
issue-of = Issue { $weapon }
issue-bearer = To whom
issue-activity = What for
issue-as-planned = As planned
issue-watched-giver = Mine
issue-mark = Mark on the floor
issue-briefed = Told the aim point, the load and where cases go
issue-ask = May it go?
set-up = Set-up
twin-is-out = Its twin { $weapon } is out. Read the tag.
gives-it = gives it
takes-it = saw it, takes it
say-on-the-radio = Say on the radio, and have it read back.
hub-lost-since = no hub since
stop-seen = I see it

put-down = Put down
unload = Unload
may-always-make-safe = You may always make safe.
stand-down = STAND-DOWN
stand-down-no-to = No to: load, issue, clear to fire, announce.
stand-down-of-production = For every weapon of the production, until the stand-down is lifted.
stand-down-of-scene = For every weapon of scene { $scene }, until the stand-down is lifted.
stand-down-of-weapon = For { $weapon }, until the stand-down is lifted.
scene-n = scene { $scene }
incident-since = Since { $since }: { $cause }.
preserved-as-found = { $weapon } is preserved as found.
preserved-means = Secure it. Do not open or unload it, unless a life demands it.
a-handler = a handler
advisor-or-producer = the Safety Advisor or Producer
lifted-by-all-of = Lifted by all of:
lifted-not-by = Not by { $who }, named in it.
lifted-from-outside = Everybody who could is named in it: enroll someone from outside.
stop-bars-nobody = Calling a stop bars nobody.
clocks-of-the-law = Deadlines of the law
clock-overdue = overdue
incident-closed = Closed at { $since }
incident-cause = Cause
incident-action = Action
scene = Scene
scenes-empty = No scene is planned. Plan one first.
scene-plan = Plan a scene
scenes-today = On today’s schedule
scenes-not-today = Not today
scene-plan-in-force = Plan in force
scene-risk-assessed = Risk assessed
scene-on-todays-schedule = On today’s schedule
scene-met-about-today = Met about today
use-display = display
use-rehearse = rehearse
use-dry_fire = dry fire
use-fire = fire
use-contact = contact
plan-uses = For
plan-shots = Most shots of one weapon in one take
plan-least-distance = Least distance
metres = { $n } m
plan-revision = Revision { $n } of the plan
wall-nothing-out = No weapon is out of the safe.
wall-page = { $page } of { $pages }

nothing-here = There is nothing at this address.
seal-number = Number of the seal, where there is one
collect-done = I have it back
lock-away-done = It is locked away
never-refused = Making safe is a report: it is never refused.
waiting-asked-by = { $by } asks: { $what }
waiting-you-witness = Did you see it so, each position and the bore?
waiting-you-bearer = You saw it, and take it?
waiting-you-accepts = Do you accept?
waiting-you-confirms = Do you confirm?
waiting-you-hears = Did you hear the answers?
waiting-you-reads_back = Did you read it back?
waiting-confirm = Yes
waiting-decline = No
waiting-declining = Declining is an answer too. Nothing follows from it.
waiting-until = Nothing is decided until each has answered.
as-witness = witness
as-bearer = takes it
as-accepts = accepts
as-confirms = confirms
as-hears = hears
as-reads_back = reads back
answered = answered
not-yet = not yet
waiting-for-you = { $by } asks you: { $what }, { $about }
waiting-declined = { $by } declined. Nothing was asked, and nothing follows from that.
waiting-over = This ask waits no longer. Ask again.
not-decided = Nothing was decided
not-now = The hub cannot take it in now. Treat it as a no, and ask again in a few seconds.
page-is-old = This page was old: something changed since it was loaded. Nothing was decided. Look again, then ask again.
go-hand-it = Hand it to { $bearer } now.
go-for-only = For { $set_up } only.
remedy-who = To { $what }, ask: { $who }.
no-stays = { $weapon } stays with { $with }.
no-nothing-changes = Nothing changes.
check-ramrod = Ramrod rang on the breech
check-power-out = Power out
trust-title = Trust this hub
trust-why = A phone gives camera, passkey and key to a secure page alone. The certificate of this hub is signed by an authority that was made for this set, and your phone does not know it yet. It can speak for the addresses of this hub and for nothing else.
trust-fingerprint = Its fingerprint (SHA-256)
trust-compare = Compare it, before you trust it, with what the person who keeps the hub shows you: it was printed when the authority was made, and is again whenever the hub starts. If they differ, stop here and say so.
trust-take = Take the certificate
trust-apple = iPhone and iPad
trust-apple-1 = Open this page in Safari, take the certificate and allow the download.
trust-apple-2 = Settings, Profile Downloaded: install it. (Or Settings, General, VPN & Device Management.)
trust-apple-3 = Settings, General, About, Certificate Trust Settings: turn it on. Without this step it is installed and not trusted.
trust-apple-4 = Come back to the hub over https.
trust-android = Android
trust-android-1 = Take the certificate. The phone stores the file and does not install it by itself.
trust-android-2 = Settings, Security, More, Encryption & credentials, Install a certificate, CA certificate: choose the file. The names differ from maker to maker; search the settings for “CA certificate”.
trust-android-3 = Come back with Chrome. The phone may say from now on that the network may be monitored: that is said of every authority that was added by hand.
trust-windows = Laptop with Windows
trust-windows-1 = Take the certificate and open it: Install Certificate, Current User.
trust-windows-2 = Place it in Trusted Root Certification Authorities, and compare the fingerprint.
trust-windows-3 = Start the browser again.
trust-mac = Laptop with macOS
trust-mac-1 = Take the certificate and open it: Keychain Access adds it to the login keychain.
trust-mac-2 = Open it there: Trust, Secure Sockets Layer (SSL), Always Trust.
trust-mac-3 = Start the browser again.
trust-firefox = Firefox, and laptops with Linux
trust-firefox-1 = In Firefox: Settings, Privacy & Security, View Certificates, Authorities, Import. Trust it for websites.
trust-firefox-2 = In Chromium on Linux: Settings, Privacy and security, Security, Manage certificates: import it as trusted.
trust-next = The next phone scans this
trust-then = The address must be one the certificate was made for: by another the phone warns all the same.
trust-forget = When the production is over, take the authority out again where you put it in.

person-papers = Papers
person-no-papers = No paper on record.
person-until = until { $date }
person-trained = Trained on
person-consents = Consents
person-has = Has
person-may = What may be done
refused-other-body = This page was sent before, for something else. Nothing was decided. Open it anew, then ask again.
refused-too-large = This makes an entry of { $bytes } bytes; the most is { $most }. Split it, or file the long part as an attachment and name its hash.
refused-not-kept = The record keeps whole numbers only. Nothing was decided.
source-law = Proofhouse, law { $n }
