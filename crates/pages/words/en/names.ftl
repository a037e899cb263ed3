# What things are called. One word for one thing, as in the glossary.

role-armorer = Armorer
role-property_master = Property Master
role-assistant_property_master = Assistant PM
role-performer = Performer
role-standing_in = Person standing in
role-first_ad = First AD
role-director = Director
role-producer = Producer
role-production_manager = Production Manager
role-safety_advisor = Safety Advisor
role-stunt_coordinator = Stunt Coordinator
role-medic = Medic
role-officer = Officer
role-guardian = Guardian
role-responsible_person = Responsible Person
role-compliance_contact = Compliance Contact
role-crew = Crew
role-supplier = Supplier
role-carrier = Carrier
role-inspector = Inspector

custodian-handler = a handler
custodian-safe = the safe
custodian-supplier = the supplier
custodian-carrier = the carrier
custodian-police = the police
custodian-missing = missing

class-firearm = firearm
class-blank_firing = blank-firing weapon
class-muzzle_loader = muzzle-loader
class-airsoft = airsoft weapon
class-electrically_fired = electrically fired weapon
class-rubber = rubber
class-replica = replica
class-solid_plug = solid plug
class-deactivated = deactivated
class-edged = edged
class-pointed = pointed
class-projectile = projectile
class-device = device

rounds-live = { $n ->
    [one] one bullet round
   *[other] { $n } bullet rounds
}
rounds-blank_full = { $n ->
    [one] one full-load blank
   *[other] { $n } full-load blanks
}
rounds-blank_half = { $n ->
    [one] one half-load blank
   *[other] { $n } half-load blanks
}
rounds-blank_quarter = { $n ->
    [one] one quarter-load blank
   *[other] { $n } quarter-load blanks
}
rounds-dummy = { $n ->
    [one] one dummy
   *[other] { $n } dummies
}
rounds-charge = { $n ->
    [one] one charge
   *[other] { $n } charges
}
rounds-unknown = { $n ->
    [one] one unknown round, treated as live
   *[other] { $n } unknown rounds, treated as live
}

contents-unknown = Unknown, treated as live
contents-empty = Empty
contents-fired = Fired, not proven empty

activity-rehearsal = rehearsal
activity-dry_run = dry run
activity-take = take
activity-training = training
activity-test_fire = test fire

input-bullet_round_found = bullet round found
input-breach = breach
input-count = unexplained count
input-discharge = discharge
input-injury = injury
input-missing = missing
input-misfire = misfire
input-near_miss = near miss
input-stuck_in_bore = stuck in bore
input-swapped = swapped

list-none = none
list-and = { $first } and { $last }

date-long = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
time-since = { $time }, { $ago }
time-since-day = { $date }, { $time }, { $ago }
ago-now = under a minute ago
ago-minutes = { $n ->
    [one] one minute ago
   *[other] { $n } minutes ago
}
ago-hours = { $n } hours ago
ago-days = { $n } days ago
span-minutes = { $n ->
    [one] one minute
   *[other] { $n } minutes
}
span-hours = { $n } hours
span-days = { $n } days
minutes-short = min
