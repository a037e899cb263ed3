# The page of a line: many weapons, one ask.

line = Line
line-what = A line, asked as one
line-of-n = { $n ->
    [one] 1 weapon
   *[other] { $n } weapons
}
line-of-several = Several at once: a line
line-for-set-up = Line for { $set_up }
line-other = Something else of this line
line-empty = No weapon is in this line. Scan one, or choose it below.
line-code = Code, scanned or typed
line-code-in = Take it in
line-to = { $weapon } to { $bearer }
line-check-a = Open, magazine out; { $n ->
    [one] its position
   *[other] all { $n } positions
} and the bore seen empty; tag read
line-check-b = Tag read; plug seen, or body flexed
line-check-c = Tag read; blade, head and grip firm. The edge is felt one by one.
line-check-d = Tag read; maker’s paper for this use read
line-no-bearer = To whom?
line-pair = Give the { $n } without a bearer to the next performers, in order
line-add = Add one, or change its bearer
line-weapon = Weapon
line-put-in = Put it in
line-rounds-each = Rounds in each, from position 1
line-said-seen = Each bearer sees it, and says so aloud. Two hear it.
line-said-takes = Each bearer says aloud that it is clear, and takes it. Two hear it.
line-first-hears = Who hears it
line-second-hears = Who hears it, too
line-also = Who else sees all of them
line-briefed = Each was told the aim point, the load and where cases go
line-own = Different for this one
line-as-all = As for all
line-rounds = Rounds, from position 1
line-also-one = Who else sees it
line-nobody = Nobody else
line-told = Told the aim point, the load and where cases go
line-first-wrong = Down to { $weapon }
line-for-all = All, unless said otherwise: { $what }
line-do-check_out = Ask to take out
line-do-check = Both saw it so of
line-do-load = Ask to load
line-do-show = Ask, as shown
line-do-announce = Ask to announce
line-do-issue = Ask to hand over
line-do-clear_to_fire = Ask to fire
line-do-collect = I have back
line-do-lock_away = Locked away
line-collect-all = Collect all
line-n-go = { $n } go
line-n-no = { $n } no
line-pulled = { $n ->
    [one] { $weapons } is pulled.
   *[other] { $weapons } are pulled.
}
line-steps-out = { $n ->
    [one] { $bearers } steps out.
   *[other] { $bearers } step out.
}
line-others = { $n ->
    [one] Go on with the other one.
   *[other] Go on with the other { $n }.
}
line-place-held = Place held for { $weapon }. See above.
line-next = { $n ->
    [one] { $what }: the one that went
   *[other] { $what }: the { $n } that went
}
line-again = { $n ->
    [one] Mended? Ask again for the one that was pulled
   *[other] Mended? Ask again for the { $n } that were pulled
}
wrong-line-none = No weapon is ticked. Tick those that take part.
wrong-line-bearer = Choose who bears it, or take out the tick.
wrong-line-hears = The second is somebody else.
wrong-line-nobody = Nobody else, or somebody: untick one.
wrong-line-rounds = A whole number is needed here, 100 at most.
wrong-line-weapon = Choose a weapon.
wrong-code = Nothing on this record has this code. Scan the label once more, or choose the weapon by hand.
wrong-code-person = Scan a weapon first, then who bears it.

scan-camera = Scan with the camera
scan-open = Open it
scan-how = Labels and the codes on them come from the page of labels. A scanner that types needs the field above in focus.
scan-look = Hold a label before the camera.
scan-insecure = A browser gives a page its camera only over a secure connection. Make this hub trusted on this phone first, or type the code.
scan-trust = How to trust this hub
scan-no-camera = No camera, or it was not allowed. Allow it in the browser, or type the code.
scan-close = Close
scan-tick = Tick it
scan-ticked = { $name } is ticked.
scan-again = { $name } is ticked already.
wrong-code-list = Nothing in this list has this code, and nothing was ticked. Scan it once more, or tick it by hand.

breach = Done all the same
breach-refused-at = Refused as entry { $entry } at { $time }
breach-means = This was refused. Was it done all the same?
breach-report = Yes, it was done
breach-persons = Who took part, if you want to say so
breach-follows = A report: never refused, and not held against whoever makes it. What it claims to prove is unknown, and an incident opens.
breach-done-all-the-same = It was done all the same

rules-search = Search in rules
search-find = Find
rules-none = No rule in force here has these words.
rule-said-no-times = { $n ->
    [one] said no once lately
   *[other] said no { $n } times lately
}
compare = Compare two places
compare-one = One place
compare-other = The other
compare-do = Compare
compare-only = Only { $book } asks
compare-nothing = Nothing that the other does not ask, too.
compare-how = By their books as they stand today. Cases that one lets go and the other refuses are told by the program: proofhouse rules compare.
refusals-by-day = By day
refusals-squares = A square is a no: filled where it was not put right.
refusals-day = Day
refusals-refused = Refused
refusals-right = Put right
refusals-soon = Half of them within
refusals-by-rule = By rule
refusals-rule = Rule

hub-lost-says = No go from this phone. What stands below was so at { $time } and may be wrong now.
