//! One rule: what its annotations say, where it stands, what it reads.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reads::Reads;

/// An annotation with a fixed list of words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(Serialize, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$each])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every word of the list, as it is written in a rule.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word as it is written in a rule.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The value of a word, if it is one of the list.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

words! {
    /// How binding the source is.
    Force {
        /// A statute.
        Law = "law",
        /// A regulation under a statute.
        Regulation = "regulation",
        /// A condition of a permit.
        PermitCondition = "permit-condition",
        /// A bulletin or code of practice.
        Guideline = "guideline",
        /// What the trade does.
        Practice = "practice",
        /// What an inquiry or court found.
        Finding = "finding",
    }
}

words! {
    /// How the wording of the source was obtained.
    Status {
        /// The source itself was read.
        Verified = "verified",
        /// A report about the source was read.
        Secondary = "secondary",
    }
}

words! {
    /// What follows when the rule holds.
    Effect {
        /// The ask is answered no-go.
        Refuse = "refuse",
        /// Shown beside the answer, blocks nothing.
        Warn = "warn",
        /// Weapons work stops within the rule's scope.
        StandDown = "stand-down",
        /// A deadline starts.
        Clock = "clock",
        /// Something has to be written down or kept.
        Record = "record",
        /// The weapon waits.
        Hold = "hold",
        /// The thing is set apart until it is released.
        Quarantine = "quarantine",
        /// Left as found until the authority releases it.
        Preserve = "preserve",
        /// An incident is opened.
        Incident = "incident",
    }
}

words! {
    /// How far a stand-down reaches.
    Scope {
        /// One weapon.
        Weapon = "weapon",
        /// One scene.
        Scene = "scene",
        /// The whole production.
        Production = "production",
    }
}

words! {
    /// A later step of the same set-up that cures the refusal: still to do, not in the way.
    Step {
        /// Take the weapon out of the safe.
        CheckOut = "check_out",
        /// Check the weapon.
        Check = "check",
        /// Load it.
        Load = "load",
        /// Show it to the bearer.
        Show = "show",
        /// Announce it.
        Announce = "announce",
        /// Issue it.
        Issue = "issue",
        /// Move rounds.
        Transfer = "transfer",
        /// Clear the zone.
        ClearZone = "clear_zone",
        /// Begin the activity.
        BeginActivity = "begin_activity",
        /// Hold the meeting.
        Meeting = "meeting",
        /// Publish the schedule.
        Schedule = "schedule",
        /// Acknowledge.
        Acknowledge = "acknowledge",
    }
}

impl Step {
    /// The ask that does it.
    pub fn ask(self) -> &'static str {
        match self {
            Self::Meeting => "hold_meeting",
            Self::Schedule => "publish_schedule",
            step => step.as_str(),
        }
    }
}

impl Effect {
    /// Whether the effect follows a report and refuses nothing.
    pub fn is_consequence(self) -> bool {
        !matches!(self, Self::Refuse | Self::Warn)
    }
}

/// A rule that can refuse, warn, or add a consequence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rule {
    /// `@id`: unique on the shelf.
    pub id: String,
    /// The catalogue provision it implements: `@provision`, else its id.
    pub provision: String,
    /// Id of the book it stands in.
    pub book: String,
    /// Path inside the rulebooks folder; empty for law 5, which stands in no book.
    pub file: String,
    /// Line where it begins, from 1.
    pub line: usize,
    /// `@source`: the source as its publisher names it.
    pub source: String,
    /// `@force`: how binding the source is.
    pub force: Force,
    /// `@status`: how the wording was obtained.
    pub status: Status,
    /// `@from`: first day in force.
    pub from: Date,
    /// `@until`: last day in force, if it ends.
    pub until: Option<Date>,
    /// `@effect`: what follows when it holds.
    pub effect: Effect,
    /// `@scope`: how far a stand-down reaches.
    pub scope: Option<Scope>,
    /// `@hours`: length of the deadline that a clock starts, in hours.
    pub hours: Option<u32>,
    /// `@to`: who has to hear before the deadline.
    pub to: Option<String>,
    /// `@says`: the rule in one plain sentence.
    pub says: String,
    /// `@remedy`: what makes the refusal go away.
    pub remedy: String,
    /// `@tags`: failure modes it stands against.
    pub tags: Vec<String>,
    /// `@step`: the later step that cures it, if one does.
    pub step: Option<Step>,
    /// Actions it is about.
    pub actions: Vec<String>,
    /// What it reads.
    pub reads: Reads,
    /// The rule as it stands in the book.
    pub text: String,
}

impl Rule {
    /// Whether it is in force on this day: from its first day to its last, both included.
    pub fn in_force_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }
}

/// A theorem of the never-list: nothing ever decides with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Never {
    /// `@id`, such as `N1.check`.
    pub id: String,
    /// `@says`: what no book may ever allow.
    pub says: String,
    /// `@carried_by`: ids of the baseline rules that hold it up.
    pub carried_by: Vec<String>,
    /// Actions it is about.
    pub actions: Vec<String>,
    /// Path inside the rulebooks folder.
    pub file: String,
    /// Line where it begins, from 1.
    pub line: usize,
}
