//! The table: each sentence that a law says, by law, with its key.

use super::Sentence;

macro_rules! sentences {
    ($([$law:expr] $($name:ident = $key:literal: $text:literal;)*)*) => {
        $($(
            #[doc = $text]
            pub static $name: Sentence = Sentence { law: $law, key: $key, text: $text };
        )*)*

        /// Every sentence.
        pub static ALL: &[&Sentence] = &[$($(&$name,)*)*];
    };
}

sentences! {
    [Some(1)] // weapons
    TWICE_IN_LINE = "twice-in-line": "Weapon {weapon} stands in this line twice.";
    ONE_ROW_EACH = "one-row-each": "Ask with each weapon in one row.";
    NOT_IN_A_SAFE = "not-in-a-safe": "Weapon {weapon} is not in a safe: {where}.";
    LOCK_IT_AWAY = "lock-it-away": "Lock it away first, or relieve who has it.";
    ACCEPT_IT = "accept-it": "Accept it first.";
    RECEIVE_IT = "receive-it": "Receive it first.";
    REPORT_RELEASED = "report-released": "Report it when the authority has released it.";
    REPORT_FOUND = "report-found": "Report it found first.";
    IN_THE_HAND_OF = "in-the-hand-of": "Weapon {weapon} is in the hand of {person}.";
    COLLECT_AND_CHECK = "collect-and-check": "Collect it from {person}, check it, then issue it.";
    COLLECT_FIRST = "collect-first": "Collect it from {person} first.";
    NOT_HERE_TO_SEND = "not-here-to-send": "Weapon {weapon} is not here to be sent: {where}.";
    SEND_WHEN_BACK = "send-when-back": "Send it when it is back.";
    NOT_SENT = "not-sent": "Weapon {weapon} was not sent: {where}.";
    RECEIVE_WHAT_CAME = "receive-what-came":
        "Receive what a carrier brings. If another weapon came, report its delivery.";
    SCANNED_TWICE = "scanned-twice": "Weapon {weapon} was scanned twice.";
    SCAN_ONCE = "scan-once": "Scan each weapon once.";
    DOES_NOT_HAVE = "does-not-have": "{person} does not have weapon {weapon}: {where}.";
    LEAVE_IT_OUT = "leave-it-out": "Leave it out, and look whether {person} has another one.";
    INSIDE_TWICE = "inside-twice": "{person} stands in this zone twice.";
    SAY_WHERE_ONCE = "say-where-once": "Say once where each person is.";
    COUNTED_TWICE = "counted-twice":
        "The {state} rounds of lot {lot} in {account} are counted twice.";
    COUNT_ONCE = "count-once": "Count each lot once in each account.";
    WITH_A_HANDLER = "with-a-handler": "{person} answers for it";
    IN_A_SAFE = "in-a-safe": "it is in a safe";
    WITH_THE_SUPPLIER = "with-the-supplier": "it is delivered, not accepted";
    WITH_A_CARRIER = "with-a-carrier": "a carrier has it";
    WITH_THE_POLICE = "with-the-police": "the police have it";
    IT_IS_MISSING = "it-is-missing": "it is missing";

    [Some(1)] // rounds
    NOT_THERE = "not-there":
        "{account} holds {there} {state} of lot {lot}; {asked} are asked for.";
    ASK_WHAT_IS_THERE = "ask-what-is-there":
        "Ask for what is there, or transfer more first. If some are missing, report it.";
    TOO_MANY_ROUNDS = "too-many-rounds": "{account} cannot hold so many rounds of lot {lot}.";
    MOVE_FEWER = "move-fewer": "Move fewer, or into another account.";
    NO_LOT_NAMED = "no-lot-named": "Rounds are to be fired, and no lot is named.";
    NAME_THE_LOT = "name-the-lot": "Name the lot that is fired.";
    MORE_TESTED_THAN_THERE = "more-tested-than-there":
        "{there} fresh rounds of lot {lot} are at hand; {tested} were tested.";
    COUNT_THE_LOT = "count-the-lot": "Count the lot, and say how many were tested of it.";
    MORE_FAILED_THAN_TESTED = "more-failed-than-tested":
        "{failed} rounds failed of {tested} tested.";
    SAY_HOW_MANY_FAILED = "say-how-many-failed":
        "Say how many were tested, and how many of these failed.";
    NO_SUCH_POSITION = "no-such-position": "{weapon} has positions 1 to {has}, no {position}.";
    COUNTED_FROM_ONE = "counted-from-one": "Positions of {weapon} are counted from 1.";
    NAME_A_POSITION = "name-a-position": "Name a position that the weapon has.";
    TWO_INTO_ONE = "two-into-one":
        "Two rounds are asked into position {position} of {weapon}.";
    ONE_POSITION_EACH = "one-position-each": "Put each round into a position of its own.";
    POSITION_TAKEN = "position-taken":
        "Position {position} of {weapon} holds a round or a case.";
    UNLOAD_FIRST = "unload-first": "Unload it, report what came out, and check it first.";

    [Some(2)]
    SOME_UNTESTED = "some-untested": "{tested} of {fresh} rounds of lot {lot} were tested.";
    TEST_THE_OTHERS = "test-the-others":
        "Test the others, or name a new lot for those that were tested.";

    [Some(3)]
    MORE_SEEN_THAN_THERE = "more-seen-than-there":
        "{weapon} has {has} positions; {seen} were seen.";
    LOOK_WHICH_WEAPON = "look-which-weapon":
        "Look whether it is this weapon, and say what was seen in each position.";
    BY_A_LOAD_ONLY = "by-a-load-only":
        "Rounds go into {weapon} by a load only, and come out by unloading.";
    LOAD_OR_UNLOAD = "load-or-unload":
        "Load it before a witness, or unload it and report what came out.";

    [Some(4)]
    PERSON_ON_RECORD = "person-on-record": "Person {person} is already enrolled.";
    ASSIGN_OR_RENAME = "assign-or-rename":
        "Assign a role or record a paper instead, or choose another handle.";
    LOT_ON_RECORD = "lot-on-record": "Lot {lot} is already on record.";
    LOT_OF_ITS_OWN = "lot-of-its-own": "Give the new rounds a lot of their own.";
    SET_UP_ON_RECORD = "set-up-on-record": "Set-up {set_up} is already on record.";
    SET_UP_OF_ITS_OWN = "set-up-of-its-own":
        "Use it as it is, or give the new set-up its own id.";
    ON_RECORD = "on-record": "{id} is already on record.";
    CHOOSE_ANOTHER_ID = "choose-another-id": "Choose another id.";
    SET_UP_OF_ANOTHER = "set-up-of-another": "{set_up} is already a set-up of scene {scene}.";
    SCENE_OF_ITS_OWN = "scene-of-its-own": "Give the new scene another id.";

    [Some(5)]
    NO_SUCH_ROW = "no-such-row": "This ask has no row {row}.";
    ASK_FOR_A_ROW = "ask-for-a-row": "Ask for a row that stands in the line.";
    NOBODY_ASKS = "nobody-asks": "Nobody stands behind this ask.";
    SAY_WHO_ASKS = "say-who-asks":
        "Say who asks. Without a name one can stop, or raise a concern.";
    NO_PERSON = "no-person": "The record knows no person {person}.";
    ENROLL_FIRST = "enroll-first": "Enroll this person first.";
    NO_WEAPON = "no-weapon": "The record knows no weapon {weapon}.";
    NO_LOT = "no-lot": "The record knows no lot {lot}.";
    DELIVER_FIRST = "deliver-first": "Report its delivery and accept it first.";
    NO_SCENE = "no-scene": "The record knows no scene {scene}.";
    PLAN_FIRST = "plan-first": "Plan the scene first.";
    NO_SET_UP = "no-set-up": "The record knows no set-up {set_up}.";
    ADD_FIRST = "add-first": "Add the set-up to its scene first.";
    NO_INCIDENT = "no-incident": "The record knows no incident {incident}.";
    NAME_AN_INCIDENT = "name-an-incident": "Name an incident that the record has numbered.";
    NO_CONCERN = "no-concern": "The record knows no concern {id}.";
    NAME_A_CONCERN = "name-a-concern": "Name a concern that the record has numbered.";
    DEFAULT_IS_NO = "default-is-no":
        "The default answer is no: nothing opens this ask, something it names is not known, or a \
         rule could not be read against the record.";
    PUT_RIGHT_ERRORS = "put-right-errors": "Put right what the errors name and ask again.";
    NOT_NAMED = "not-named": "The default answer is no: no {thing} is named.";
    NOT_ON_RECORD = "not-on-record":
        "The default answer is no: {thing} \"{id}\" is not on record.";
    PUT_ON_RECORD = "put-on-record":
        "Put it on record first, or name what is on record.";
    NO_HOUSE_BOOK = "no-house-book":
        "The default answer is no: no house book {book} is on the shelf.";
    PUT_ON_SHELF = "put-on-shelf":
        "Put the folder of the book on the shelf, with --house, and ask again.";
    NO_SETTING = "no-setting": "The default answer is no: there is no setting {setting}.";
    NAME_A_SETTING = "name-a-setting": "Name a setting that the schema declares.";
    DID_YOU_MEAN = "did-you-mean": "did you mean {names}?";
    ENTITY_NOT_KNOWN = "entity-not-known":
        "{path} names {entity}, which the record does not know";

    [Some(7)]
    ACTED_IN_IT = "acted-in-it": "{person} acted in {incident}, and does not judge it.";
    ASK_WITH_OTHERS = "ask-with-others":
        "Ask with others. If all of them acted, enroll someone from outside.";
    TAKES_ALL_OF = "takes-all-of": "This takes {who}, each a person of their own.";
    ASK_WITH_ALL_OF = "ask-with-all-of": "Ask with {who}, who accept.";
    AD_AND_HANDLER = "ad-and-handler": "the first AD and a handler";
    AD_HANDLER_AND_ADVISOR = "ad-handler-and-advisor":
        "the first AD, a handler, and the safety advisor or producer";
    NO_CAUSE = "no-cause": "The cause is not said.";
    SAY_THE_CAUSE = "say-the-cause": "Say what caused it.";
    NO_ACTION = "no-action": "The action is not said.";
    SAY_THE_ACTION = "say-the-action":
        "Say what is done so that it does not happen again.";

    [Some(10)]
    NOT_WRITABLE = "not-writable": "The record cannot be written.";
    GO_ON_WITH_CARDS = "go-on-with-cards":
        "Go on with the printed cards, and make room or mend the disk.";

    [Some(11)]
    CLOCK_STEPPED = "clock-stepped": "The clock stepped, and nobody has confirmed the time.";
    TWO_CONFIRM = "two-confirm":
        "Let two of producer, production manager, safety advisor and first AD confirm the time.";
    TIME_RUNS_BACKWARDS = "time-runs-backwards":
        "Time runs backwards: the last entry is of {moment}.";
    LOOK_AT_THE_CLOCK = "look-at-the-clock":
        "Look at the clock, have two roles confirm the time, and ask again.";
    TWO_PEOPLE_TWO_ROLES = "two-people-two-roles":
        "The time is confirmed by two people in two roles.";
    ASK_WITH_A_TIMEKEEPER = "ask-with-a-timekeeper":
        "Ask with another of producer, production manager, safety advisor and first AD, who \
         accepts.";

    [None] // an answer told again, of which the record keeps who said no and not the words
    REFUSED_BY = "refused-by": "Refused by {rule}.";
    ASK_AGAIN = "ask-again": "Ask again to see what stands in the way now.";
}
