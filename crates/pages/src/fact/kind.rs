//! What the values of a fact are. The schema says the same; a test holds this to it.

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Persons.
    Person,
    /// Weapons.
    Weapon,
    /// Something by its id.
    Thing,
    /// Places, as books name them.
    Place,
    /// Places of rounds.
    Store,
    /// Lots, each with where it lies.
    Loose,
    /// Who is to be told of a deadline.
    Whom,
    /// As it stands: a lot, a scene, a revision.
    Plain,
    /// A word out of a list, or yes, no, a number.
    Word,
}

/// What the values of a fact are, by the last step of its path.
pub fn kind(name: &str) -> Kind {
    match name {
        "accepts"
        | "acted"
        | "bearer"
        | "carrier"
        | "check_seen_by"
        | "choreography_known"
        | "choreography_unknown"
        | "custodian"
        | "from_person"
        | "in_line"
        | "met"
        | "minors"
        | "principal"
        | "shown_to"
        | "tested_before"
        | "to_person"
        | "too_near"
        | "unconfirmed"
        | "unfit_bearers"
        | "unprotected"
        | "watched_by"
        | "without_ears"
        | "witnesses" => Kind::Person,
        "back_unannounced"
        | "back_unchecked"
        | "check_void"
        | "fouled"
        | "held_over"
        | "held_over_blanks"
        | "kits_apart"
        | "loaded"
        | "not_announced"
        | "not_ready"
        | "not_scanned"
        | "not_shown"
        | "show_asked"
        | "trained_on"
        | "unwatched"
        | "weapon"
        | "weapons"
        | "weapons_not_in_safe"
        | "wrong_chain" => Kind::Weapon,
        "choreography" | "from_live" | "lot" | "mixed" | "not_accepted" | "not_made_for"
        | "not_test_fired" | "overweight" | "scene" | "untested_dummies" | "unweighed" => {
            Kind::Plain
        }
        "resource" | "unit" => Kind::Thing,
        "places" => Kind::Place,
        "uncounted_stores" => Kind::Store,
        "loose" => Kind::Loose,
        "overdue" | "untold" => Kind::Whom,
        _ => Kind::Word,
    }
}
