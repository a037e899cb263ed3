//! The machine names of `vocabulary.md`: closed lists, one word for one thing.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
        )]
        pub enum $name {
            $($(#[$vdoc])* #[doc = $text] #[serde(rename = $text)] $variant,)*
        }

        impl $name {
            /// Every name of the list, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The machine name.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $text,)*
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )*};
}

names! {
    /// Roles a person may hold. Handler is derived by the books, witness is an `as`.
    Role {
        Armorer = "armorer", PropertyMaster = "property_master",
        AssistantPropertyMaster = "assistant_property_master", Performer = "performer",
        StandingIn = "standing_in", FirstAd = "first_ad", Director = "director",
        Producer = "producer", ProductionManager = "production_manager",
        SafetyAdvisor = "safety_advisor", StuntCoordinator = "stunt_coordinator",
        Medic = "medic", Officer = "officer", Guardian = "guardian",
        ResponsiblePerson = "responsible_person", ComplianceContact = "compliance_contact",
        Crew = "crew", Supplier = "supplier", Carrier = "carrier", Inspector = "inspector",
    }
    /// What a person on an ask answers as.
    As {
        Witness = "witness", Accepts = "accepts", Confirms = "confirms", Bearer = "bearer",
        Hears = "hears", ReadsBack = "reads_back",
    }
    /// By which means an answer was given, strongest first.
    Means {
        Passkey = "passkey", DeviceKey = "device_key", Pin = "pin", Badge = "badge",
        Spoken = "spoken", Attested = "attested",
    }
    /// Tier of a weapon, derived from its features.
    Tier { A = "a", B = "b", C = "c", D = "d", }
    /// Class of a weapon, derived from its features.
    WeaponClass {
        Firearm = "firearm", BlankFiring = "blank_firing", MuzzleLoader = "muzzle_loader",
        Airsoft = "airsoft", ElectricallyFired = "electrically_fired",
        Rubber = "rubber", Replica = "replica", SolidPlug = "solid_plug",
        Deactivated = "deactivated",
        Edged = "edged", Pointed = "pointed", Projectile = "projectile",
        Device = "device",
    }
    /// Class of a round, derived from its parts.
    RoundClass {
        Live = "live", BlankFull = "blank_full", BlankHalf = "blank_half",
        BlankQuarter = "blank_quarter", Dummy = "dummy", Charge = "charge", Unknown = "unknown",
    }
    /// What has become of a round, wherever it is.
    RoundState { Fresh = "fresh", Spent = "spent", Dud = "dud", }
    /// Who is answering for a weapon, by kind.
    CustodianKind {
        Handler = "handler", Safe = "safe", Supplier = "supplier", Carrier = "carrier",
        Police = "police", Missing = "missing",
    }
    /// Who lent a weapon to the production.
    Lender {
        RentalHouse = "rental_house", Dealer = "dealer", FederalLicensee = "federal_licensee",
        Production = "production", Private = "private", Police = "police", Unknown = "unknown",
    }
    /// Why a check no longer holds.
    VoidWhy {
        Unwatched = "unwatched", WrongHands = "wrong_hands", Collected = "collected",
        SequenceEnded = "sequence_ended", Unloaded = "unloaded", Misfire = "misfire",
        Swapped = "swapped", Altered = "altered", Damaged = "damaged", Cleaned = "cleaned",
        Breach = "breach", StandDown = "stand_down", TooOld = "too_old", Relieved = "relieved",
        DayWrapped = "day_wrapped",
    }
    /// Kind of a check, by tier.
    CheckKind {
        Clear = "clear_check", Identity = "identity_check", Edge = "edge_check",
        Device = "device_check",
    }
    /// What a weapon is out for.
    Activity {
        Rehearsal = "rehearsal", DryRun = "dry_run", Take = "take", Training = "training",
        TestFire = "test_fire",
    }
    /// What a plan lets a weapon be used for.
    Use {
        Display = "display", Rehearse = "rehearse", DryFire = "dry_fire", Fire = "fire",
        Contact = "contact",
    }
    /// What was seen in a position, a magazine or the bore.
    Seen { Empty = "empty", Round = "round", NotSeen = "not_seen", }
    /// How a bore was seen through.
    BoreMethod { Light = "light", Rod = "rod", }
    /// What is known of an edge or point.
    Edge { Blunt = "blunt", Sharp = "sharp", Untested = "untested", }
    /// The bright marking that tells a replica from the real thing.
    Marking { Intact = "intact", Removed = "removed", Never = "never", Unknown = "unknown", }
    /// Protection worn or set up inside a zone.
    Protection { Ears = "ears", Eyes = "eyes", Shield = "shield", }
    /// How a dummy was shown to be inert.
    DummyMethod {
        Rattle = "rattle", DrilledHole = "drilled_hole", NoPrimer = "no_primer",
        StruckPrimer = "struck_primer",
    }
    /// How a sequence or activity came to its end.
    Ending { End = "end", Cut = "cut", Cease = "cease", }
    /// Where a weapon was laid.
    Resting { Rack = "rack", Cart = "cart", Elsewhere = "elsewhere", }
    /// How far a stop, stand-down or incident reaches.
    Scope { Weapon = "weapon", Scene = "scene", Production = "production", }
    /// How badly somebody was hurt.
    Severity {
        Death = "death", Serious = "serious", Hospital = "hospital", FirstAid = "first_aid",
        Unknown = "unknown",
    }
    /// Kind of production.
    Kind { Screen = "screen", Stage = "stage", Reenactment = "reenactment", }
    /// Kind of a filed document.
    DocumentKind {
        Notice = "notice", Permit = "permit", Insurance = "insurance",
        Authorisation = "authorisation", Certificate = "certificate", Report = "report",
    }
    /// How a person stands with a paper.
    Standing { Held = "held", Revoked = "revoked", Barred = "barred", }
    /// A yes, a no, or nobody said.
    Answer { Yes = "yes", No = "no", Unknown = "unknown", }
}

impl RoundClass {
    /// Whether it is a blank of any load.
    pub const fn is_blank(self) -> bool {
        matches!(self, Self::BlankFull | Self::BlankHalf | Self::BlankQuarter)
    }
}
