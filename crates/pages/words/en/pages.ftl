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
