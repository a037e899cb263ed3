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

input-enroll = enroll
input-induct = induct
input-assign_role = assign role
input-take_duty = take duty
input-drop_duty = drop duty
input-relieve = relieve
input-record_qualification = record qualification
input-record_training = record training
input-record_consent = record consent
input-accept_weapon = accept weapon
input-accept_lot = accept lot
input-fit = fit
input-make_rounds = make rounds
input-test_fire = test fire
input-release_from_quarantine = release from quarantine
input-set_place = set place
input-adopt_house_book = adopt house book
input-plan_scene = plan scene
input-add_set_up = add set-up
input-assess_risk = assess risk
input-approve_mitigation = approve mitigation
input-declare_live_exception = declare live exception
input-file_document = file document
input-publish_schedule = publish schedule
input-hold_meeting = hold meeting
input-acknowledge = acknowledge
input-test_dummies = test dummies
input-transfer = transfer
input-count = count
input-check_out = check out
input-check = check
input-load = load
input-show = show
input-issue = issue
input-send = send
input-receive = receive
input-clear_zone = clear zone
input-announce = announce
input-begin_activity = begin activity
input-clear_to_fire = clear to fire
input-open_day = open day
input-wrap_day = wrap day
input-answer_stop = answer stop
input-answer_concern = answer concern
input-end_hold = end hold
input-lift_stand_down = lift stand-down
input-close_incident = close incident
input-confirm_time = confirm time
input-collect = collect
input-unload = unload
input-put_down = put down
input-lock_away = lock away
input-quarantine = quarantine
input-end = end
input-delivery = delivery
input-turned_away = turned away
input-arrive = arrive
input-leave = leave
input-shots_fired = shots fired
input-misfire = misfire
input-hang_fire = hang-fire
input-stoppage = stoppage
input-stuck_in_bore = stuck in bore
input-discharge = discharge
input-bullet_round_found = bullet round found
input-missing = missing
input-found = found
input-unattended = unattended
input-swapped = swapped
input-altered = altered
input-damaged = damaged
input-cleaned = cleaned
input-injury = injury
input-near_miss = near miss
input-unwilling = unwilling
input-seized = seized
input-authority_released = authority released
input-stop = stop
input-concern = concern
input-decline = decline
input-show_again = show again
input-breach = breach

void-unwatched = not watched
void-wrong_hands = in other hands
void-collected = collected
void-sequence_ended = the sequence ended
void-unloaded = unloaded
void-misfire = misfire or stoppage
void-swapped = swapped
void-altered = altered
void-damaged = damaged
void-cleaned = cleaned
void-breach = a breach
void-stand_down = a stand-down
void-too_old = too old
void-relieved = relieved
void-day_wrapped = the day was wrapped
round-class-live = bullet rounds
round-class-blank_full = full-load blanks
round-class-blank_half = half-load blanks
round-class-blank_quarter = quarter-load blanks
round-class-dummy = dummies
round-class-charge = charges
round-class-unknown = Unknown, treated as live
state-fresh = fresh
state-spent = spent
state-dud = dud
account-safe = Safe
account-container = Container
account-belt = Belt
account-magazine = Magazine
account-loader = Loader
account-weapon_position = Weapon
account-person = Person
account-ground = Ground
account-police = Police
account-returned = Returned
account-destroyed = Destroyed
account-missing = Missing
account-outside = Outside
account-position = { $weapon }, position { $n }
force-law = law
force-regulation = regulation
force-permit-condition = permit condition
force-guideline = guideline
force-practice = practice
force-finding = finding
effect-refuse = refuses
effect-warn = warns
effect-stand-down = stands down
effect-clock = starts a deadline
effect-record = keeps on record
effect-hold = holds the weapon
effect-quarantine = puts aside
effect-preserve = preserves as found
effect-incident = opens an incident
look-device = As the device
look-light = Light
look-dark = Dark
look-rolling = Rolling
decimal-mark = .
