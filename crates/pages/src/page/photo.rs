//! Photos: of weapons, scenes and their assessments, and of people's permits.

use std::collections::{BTreeMap, BTreeSet};

use custody::{
    id::{AttachmentId, PersonId, SceneId, WeaponId},
    sentence::readable,
    state::{Document, State},
};
use maud::{Markup, html};

use crate::{
    form::Blank,
    frame::{self, Page, Place, Way},
    name, say,
    seen::{Seen, Viewer},
    who,
    words::Words,
};

/// What a photo is filed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// A weapon.
    Weapon(WeaponId),
    /// A scene.
    Scene(SceneId),
    /// A person: of a permit.
    Person(PersonId),
}

/// Photos that were erased: their sums stay in the record.
pub type Erased = BTreeSet<AttachmentId>;

impl Of {
    /// By the words of an address: `weapon`, `hero-one`.
    pub fn read(kind: &str, id: &str) -> Option<Self> {
        match kind {
            "weapon" => id.parse().ok().map(Self::Weapon),
            "scene" => id.parse().ok().map(Self::Scene),
            "person" => id.parse().ok().map(Self::Person),
            _ => None,
        }
    }

    /// Its address, before `/photo`.
    pub fn path(&self) -> String {
        match self {
            Self::Weapon(id) => format!("/weapon/{id}"),
            Self::Scene(id) => format!("/scene/{id}"),
            Self::Person(id) => format!("/person/{id}"),
        }
    }

    /// The page that shows its photos.
    pub fn shown_at(&self) -> String {
        match self {
            Self::Scene(id) => format!("/scenes#photos-{id}"),
            Self::Weapon(_) | Self::Person(_) => format!("{}#photos", self.path()),
        }
    }

    /// The topic that was chosen, of those a photo of it may be filed under.
    pub fn topic(&self, chosen: Option<&str>) -> &'static str {
        let topics = self.topics();
        let chosen = topics.iter().find(|it| chosen == Some(**it));
        chosen.or(topics.first()).copied().unwrap_or_default()
    }

    fn topics(&self) -> &'static [&'static str] {
        match self {
            Self::Weapon(_) => &["photo", "photo_of_permit", "photo_of_assessment"],
            Self::Scene(_) => &["photo_of_assessment", "photo_of_permit", "photo_of_scene"],
            Self::Person(_) => &["photo_of_permit"],
        }
    }

    /// Whether it is on record.
    pub fn known(&self, state: &State) -> bool {
        match self {
            Self::Weapon(id) => state.weapons.contains_key(id),
            Self::Scene(id) => state.scenes.contains_key(id),
            Self::Person(id) => state.people.contains_key(id),
        }
    }

    fn name(&self, words: &Words) -> String {
        match self {
            Self::Weapon(id) => name::weapon(id),
            Self::Scene(id) => format!("{} {id}", say!(words, "scene")),
            Self::Person(id) => name::person(id, words),
        }
    }

    fn place(&self) -> Place {
        match self {
            Self::Weapon(_) => Place::Weapons,
            Self::Scene(_) => Place::Scenes,
            Self::Person(_) => Place::People,
        }
    }
}

/// The form of a photo.
pub fn form(of: &Of, blank: &Blank<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let first = of.topic(None);
    let body = html! {
        (frame::top(&html! { b { (of.place().name(words)) } }, seen, words))
        (frame::title(&of.name(words), &say!(words, "photo-add"), &html! {}))
        form method="post" action={ (of.path()) "/photo" } enctype="multipart/form-data" {
            input type="hidden" name="request" value=(blank.request);
            fieldset class="block" {
                legend class="said" { (say!(words, "photo-of")) }
                @for topic in of.topics() {
                    label class="choice" {
                        input type="radio" name="topic" value=(topic) checked[*topic == first];
                        span { (called(topic, words)) }
                    }
                }
            }
            div class="block" {
                label {
                    span class="said" { (say!(words, "photo")) }
                    input type="file" name="photo" accept="image/jpeg,image/png,image/webp" required;
                }
                (blank.faults.at("photo", words))
                p class="how small" { (say!(words, "photo-how")) }
                @if matches!(of, Of::Person(_)) { p class="how small" { (say!(words, "photo-of-papers-how")) } }
            }
            div class="presses one" { button class="press main mid" type="submit" { (say!(words, "photo-file")) } }
        }
    };
    frame::page(&Page {
        title: say!(words, "photo-add"),
        place: Some(of.place()),
        onward: Some(Way::new(of.shown_at(), of.name(words))),
        body,
        ..Page::around(seen, viewer)
    })
}

/// The photos of something, on its page, with the way to add one.
pub fn photos(
    of: &Of,
    (documents, erased): (&BTreeMap<String, Document>, &Erased),
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let photos = documents.iter().flat_map(|(topic, document)| {
        let all = document.attachments.iter();
        all.map(move |hash| (topic.as_str(), hash))
    });
    let photos: Vec<(&str, &AttachmentId)> = photos.collect();
    let id = match of {
        Of::Scene(id) => format!("photos-{id}"),
        Of::Weapon(_) | Of::Person(_) => "photos".to_owned(),
    };
    html! {
        h2 class="sunk" id=(id) { span { (say!(words, "photos")) } span class="n" { (photos.len()) } }
        @if !photos.is_empty() {
            ul class="photos" {
                @for (topic, hash) in &photos {
                    li {
                        @if erased.contains(*hash) { p class="fact" { (say!(words, "photo-erased")) } }
                        @else { (shown(of, hash, &called(topic, words), (seen, viewer))) }
                        p class="how small" { (called(topic, words)) }
                    }
                }
            }
        }
        div class="presses one" { (frame::press(&Way::new(format!("{}/photo", of.path()), say!(words, "photo-add")))) }
    }
}

fn shown(of: &Of, hash: &AttachmentId, says: &str, around: (&Seen<'_>, &Viewer)) -> Markup {
    let words = around.1.words();
    html! {
        a href={ "/photo/" (hash) } {
            img src={ "/photo/" (hash) } alt={ (says) ", " (of.name(words)) } loading="lazy";
        }
        @if matches!(of, Of::Person(id) if who::erases_papers(id, around)) {
            form method="post" action={ (of.path()) "/photo/erase" } {
                input type="hidden" name="photo" value=(hash);
                button class="press mid low" type="submit" { (say!(words, "photo-erase")) }
            }
        }
    }
}

/// What a photo shows, by its topic.
fn called(topic: &str, words: &Words) -> String {
    let known = words.find(&format!("topic-{topic}"), &[]);
    known.unwrap_or_else(|| readable(topic))
}

/// A photo that cannot be erased while an incident is open.
pub fn held(of: &Of, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let back = Way::new(of.shown_at(), of.name(words));
    frame::page(&Page {
        title: say!(words, "photo-erase"),
        place: Some(of.place()),
        onward: Some(Way::new(of.shown_at(), of.name(words))),
        body: html! {
            (frame::top(&html! { b { (of.name(words)) } }, seen, words))
            (frame::empty(&say!(words, "photo-held"), &[back]))
        },
        ..Page::around(seen, viewer)
    })
}
