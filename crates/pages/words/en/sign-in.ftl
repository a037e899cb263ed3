# What people come in by.

mine = My sign-in
sign-in = Sign in
sign-in-how = For the first time on this device? Open the link you were given, or scan its code: whoever may let people in makes one for you. It is yours alone.
sign-in-stop-works = STOP works all the same, without a name.
sign-in-done = Signed in as
sign-in-yours = This browser answers in that name: for thirty days at most, until it is unused for three days, or until you sign out.
sign-in-station = This station answers in that name until it is unused for five minutes, or until you sign out.
sign-in-who = Who are you?
sign-in-handle = Your handle, as the people page has it
sign-in-other = Somebody else: the handle, as the people page has it
sign-in-badge = I have a badge
sign-in-badge-code = Scan the badge
sign-in-mine = This device is mine alone: stay signed in
sign-in-wait = Too many tries were wrong. The next one is looked at in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}. STOP never waits.
wrong-sign-in = Person, badge or PIN is not right. Whoever forgot a PIN is invited again.
wrong-who = Say who you are, or scan your badge.
wrong-pin-missing = The PIN is needed.
wrong-pin-now = The PIN you have now is not right. Nothing was changed.
wrong-pin-wait = Too many tries were wrong. Nothing was changed: wait a while, then try again.
wrong-pin-form = A PIN is 6 to 12 digits.
wrong-pin-trivial = Everybody would try this PIN first. Choose one with four different digits and no pattern.
wrong-pin-again = Both have to be the same.
sign-out = Sign out
sign-out-everywhere = Sign out everywhere
pin = PIN
pin-now = PIN you have now
pin-new = New PIN, 6 to 12 digits
pin-again = The same again
pin-set = Set the PIN
pin-change = Change the PIN
pin-none = With a PIN you sign in at a station that others use too.
pin-is-set = You have one. It is for stations that others use too.
badge = Badge
badge-none = A badge says who you are, so that you only type the PIN. Any scanner reads it.
badge-is-made = You have one. A new one makes it void.
badge-make = Make a badge
badge-lost = The badge is lost: make it void
another-device = Another device of yours
another-device-how = A link that signs you in on another device, once, within a day.
another-device-link = Make a link
signed-in-where = Where you are signed in
signed-in-since = Since { $time }, { $day }, by { $means }
place-station = A station
place-own = A device of your own
place-here = this one
means-passkey = passkey
means-device_key = device key
means-pin = PIN
means-badge = a link
means-spoken = word of mouth
means-attested = somebody else’s word
link-for = A link for
link-yours = It is for that person alone, and is used up when you press. From then on this browser answers in that name.
link-sign-in = I am { $who }: sign in
link-not-you = Somebody else? Do not press. Tell whoever gave you this link.
link-over = This link leads nowhere any more
link-over-then = It was used, withdrawn, or is over. If you did not use it, tell whoever gave it to you: somebody else may have. Ask for a new one.
not-kept = Nothing was changed
not-kept-then = The hub could not write it down. Try again; if it stays so, tell whoever keeps the hub to look at its disk.
given-invitation = Invitation for
given-invitation-how = Let the person scan this, or send the link to that person alone. It signs in once, within a day.
given-badge = Badge of
given-badge-how = Print it, or put it on a wristband. It says who you are; with it you still need the PIN.
given-once = Shown this once: the hub keeps only a sum of it.
given-done = Done
invite-head = Let somebody in
invite-whom = Whom
invite-how = Makes a link for one person of the record, used once, within a day. What the person may do stands in the record.
invite-link = Make an invitation
invited = { $who } is invited
holds-until = Until { $time }, { $day }
withdraw = Withdraw
guest-head = Show a guest one thing
guest-how = A link for an insurer, an inspector or a lender: it shows one weapon, one day or one evidence pack, and nothing else, and nothing can be done with it.
guest-pack = Or the evidence pack: the record as it is now, whole
guest-pack-how = It can be fetched and checked without the hub. What comes after is not in it. What was fetched cannot be taken back.
guest-the-pack = the evidence pack
guest-the-pack-of = the evidence pack, { $n } entries
guest-weapon = One weapon
guest-day = Or one day of the record
guest-days = For how long
guest-for-days = { $days ->
    [one] one day
   *[other] { $days } days
}
guest-link = Make a guest link
guest-sees = A guest sees { $what }
wrong-guest = Choose one weapon, one day, or the evidence pack.
given-guest = Link for a guest
given-guest-how = Whoever has this link sees that one thing, without signing in, until it ends or you withdraw it.
guest-reads = For a guest: read only, until { $time }, { $day }
guest-day-empty = Nothing was asked or reported on that day.
guest-day-more = The newest { $n } entries of that day. The evidence pack holds all.
pack-what = The record of this unit as it was when this link was made: every ask and report, how each was answered and by which rules. People stand in it by their names on set, without contacts.
pack-fetch = Fetch the pack, { $size }
pack-check = Unpack it, and check it without trusting anybody here. KEY is the key of the log: take it from somebody you trust, not from this page.
pack-newest = Its newest { $n } entries. The pack holds all.
passkeys = Passkeys
passkey-how = A passkey stands on your phone and signs you in by finger or face. It needs a page that is encrypted, or this very machine.
passkey-make = Make a passkey on this device
passkey-not-made = No passkey was made here. If the device has one of yours already, sign in with it.
passkey-of = For { $host }
passkey-since = Made on { $day }
passkey-drop = Remove this passkey
passkey-sign-in = Sign in with a passkey
passkey-none = No passkey signed. Try again, or come in by PIN or link.
wrong-passkey = This passkey signs nobody in here. It may have been removed: come in another way, and make a new one.
able-head = Who can come in
able-passkeys = { $n ->
    [one] one passkey
   *[other] { $n } passkeys
}
able-places = { $n ->
    [0] not signed in
    [one] signed in at one place
   *[other] signed in at { $n } places
}
shut-out = Shut out
