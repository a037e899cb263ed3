# The weekly digest: its pages, its letters, and what is kept of whom.

digest-title = Weekly digest
digest-what = Once a week by mail: what was refused, what stood down, what runs out and what was not reconciled in the last seven days, made from the record.
digest-address = Your mail address
digest-consent-week = Send me the weekly digest of { $unit } at this address.
digest-consent-contact = Whoever keeps this hub may also write to me here about other matters of { $unit }. (Not needed for the digest.)
digest-send = Send me the link that confirms it
digest-then = Nothing is sent there before you open that link. Each letter has a link that ends it and erases the address.
digest-privacy = What is kept of you, and why
digest-no-mail = This hub has no mail set up, so it sends no digest yet.
digest-no-mail-how = Whoever keeps it starts it with a mail server: proofhouse serve --smtp. Nothing is asked of you until then.
wrong-mail-empty = Write the address the digest is to go to.
wrong-mail-shape = This is no mail address: write it as name@place.example.
wrong-mail-letters = This hub sends only to addresses of the letters a to z, digits and signs.
wrong-mail-long = No mail address is that long.
wrong-mail-consent = Tick this if you want the digest: without it nothing is sent and nothing is kept.
wrong-mail-not-now = That is not possible right now. Nothing is lost: send it again in a minute.
wrong-mail-too-often = Too many addresses were sent from this device. Try again in ten minutes.
digest-sent-title = Look into your mail
digest-sent = If { $address } can get mail, a link is on its way there. Open it within 48 hours; until then nothing else is sent there.
digest-sent-none = Nothing came? See that the address is right, look among unwanted mail, and send it again after an hour.
digest-another = Another address
digest-confirm-title = Confirm the address
digest-confirm-what = The weekly digest of { $unit } will go to this address.
digest-confirm = Yes, send me the digest
digest-confirm-contact = Asked for with it: whoever keeps the hub may also write here about other matters of { $unit }. If you do not want that, do not confirm, and sign up again without it.
digest-confirmed-title = Confirmed
digest-confirmed = The digest comes once a week. Each has a link that ends it.
digest-leave-title = End the digest
digest-leave-what = The digest ends at once, and the address is erased from this hub with everything that was kept with it.
digest-leave = End it and erase the address
digest-left-title = Ended and erased
digest-left = The address is no longer on this hub. Nothing more is sent there.
digest-gone-title = This link no longer works
digest-gone = It is older than 48 hours, or the address was erased. Sign up again if you want the digest.
digest-not-now-title = Not right now
digest-not-now = The addresses cannot be reached. Nothing is lost: try the link again in a minute.

mail-confirm-subject = Confirm: weekly digest of { $unit }
mail-confirm-asked = Somebody asked that the weekly digest of { $unit } go to this address.
mail-confirm-contact = Asked for with it: whoever keeps the hub may also write here about other matters of { $unit }.
mail-confirm-press = Was it you? Open this within 48 hours and press the button:
mail-confirm-else = If it was not you, do nothing: nothing else is sent, and the address is erased after 48 hours.
mail-already-subject = You get the weekly digest of { $unit } already
mail-already = Somebody asked that the weekly digest of { $unit } go to this address. It does already, so nothing changes.
mail-leave = End it and erase this address
mail-why = You get this because you asked for the weekly digest of { $unit } and confirmed this address.

digest-subject = { $unit }: the week to { $until }
digest-span = From { $from } to { $until }.
digest-asks = { $refused ->
    [0] No ask was refused
    [one] One ask was refused
   *[other] { $refused } asks were refused
}, { $went ->
    [0] none was a go.
    [one] one was a go.
   *[other] { $went } were a go.
}
digest-refused = Refused ({ $n })
digest-refused-none = Nothing was refused.
digest-refusal = { $when }: { $what }, { $by }
digest-refusal-of = { $when }: { $what } of { $about }, { $by }
digest-stood-down = Stood down ({ $n })
digest-stood-down-none = Nothing stood down.
digest-stand-down = { $when }: { $reach }, after { $cause }
digest-scope-weapon = a weapon
digest-scope-scene = a scene
digest-scope-production = the whole production
digest-lifted = Lifted since.
digest-stands = It stands.
digest-runs-out = Runs out ({ $n })
digest-runs-out-none = Nothing runs out in the next thirty days.
digest-ends = { $day }: { $what }
digest-ended = Past, { $day }: { $what }
digest-paper = { $what } of { $who }
digest-standing = look up the standing of { $what } of { $who } again
digest-consent = consent of { $who }: { $what }
digest-document = { $what } of the production
digest-document-of = { $what } of { $weapon }
digest-loan = { $weapon } is due back
digest-deadline = { $whom } must be told of { $incident }
digest-not-reconciled = Not reconciled ({ $n })
digest-not-reconciled-none = Everything was reconciled.
digest-missing = { $n ->
    [one] One round of lot { $lot } is missing
   *[other] { $n } rounds of lot { $lot } are missing
}
digest-on-the-ground = { $n ->
    [one] One round of lot { $lot } lies on the ground, not counted
   *[other] { $n } rounds of lot { $lot } lie on the ground, not counted
}
digest-weapon-missing = { $weapon } is missing
digest-not-counted-since = { $store } holds rounds and was not counted since { $when }
digest-never-counted = { $store } holds rounds and was never counted
digest-not-wrapped = The day of { $day } was opened and not wrapped
digest-more = and { $n } more: see the record
digest-when = { $day }, { $time }

privacy-title = What is kept of you
privacy-who = Whoever keeps this hub answers for it. It runs on a machine of this set, and sends nothing anywhere but the mail described here.
privacy-head-what = What
privacy-head-where = Where
privacy-head-why = Why
privacy-head-long = How long
privacy-head-erase = How it is erased
privacy-record = The record
privacy-record-what = Handles such as “armorer”, roles, permits and training as far as a rule reads them, every ask and report with its text, and the name of the station it came from where that names itself.
privacy-record-where = In the record of { $unit }, which nobody can change.
privacy-record-why = To prove who answered for which weapon when. The law of many places asks for it.
privacy-record-long = As long as the law of the place asks for the record.
privacy-record-erase = Not at all: an entry that could be taken out would prove nothing. The hub writes no mail address into it.
privacy-photos = Photos
privacy-photos-what = The picture that somebody filed of a weapon, a scene, or a permit. Where, when and with what it was taken is thrown away before it is kept.
privacy-photos-where = In a folder beside the record and in its copies; the record names its sum.
privacy-photos-why = To show what was seen. Whoever takes one may leave people out of it. A permit is seen by its person, by whoever puts papers on record, and by whoever inspects; it goes into no pack.
privacy-photos-long = As long as the record.
privacy-photos-erase = You erase a photo of your permit on your page, unless an incident is open; any other, whoever keeps the hub: proofhouse doctor --erase. The sum stays, and shows that there was one. A copy of the record that was made before still holds it.
privacy-sign-in = Signing in
privacy-sign-in-what = Sums of what you sign in with (token, invitation, PIN, badge), not the thing itself, and the public half of a passkey, with your handle and when it was used; on your device a cookie for it, and for language and light.
privacy-sign-in-where = In files beside the record, for its owner alone; the cookies on your device.
privacy-sign-in-why = So that nobody asks in your name.
privacy-sign-in-long = Until it is taken back; the cookies thirty days.
privacy-sign-in-erase = Sign out, or ask whoever keeps the hub to take it back.
privacy-digest = The weekly digest
privacy-digest-what = Your mail address, your handle, the language, what you ticked, and when you asked, confirmed and were last sent it.
privacy-digest-where = In a file of its own beside the record: not in the record, not in copies of it, in no line that the hub prints.
privacy-digest-why = Because you asked for it, and for nothing else. It is given to the mail server that sends it.
privacy-digest-long = Until you end it; an address that is not confirmed, 48 hours.
privacy-digest-erase = The link in each letter ends it and erases everything of this. Whoever keeps the hub can, too: proofhouse digest erase.
privacy-device = Your device
privacy-device-what = Its network address, to slow down whoever guesses or sends too much.
privacy-device-where = In the hub’s memory alone.
privacy-device-why = So that nobody locks you out or floods a mailbox.
privacy-device-long = Minutes to hours, and never past a restart.
privacy-device-erase = By itself.
privacy-nothing-else = Nothing else is kept. Nobody outside is told who looks at a page or opens a letter.
