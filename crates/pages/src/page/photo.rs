//! Photos: of a weapon, its permit, its assessment.

use custody::{
    id::{AttachmentId, WeaponId},
    state::Weapon,
};
use maud::{Markup, html};

use crate::{
    form::Blank,
    frame::{self, Page, Place, Way},
    name, say,
    seen::{Seen, Viewer},
    words::Words,
};

/// What a photo may be of, by the topic it is filed under.
const TOPICS: [&str; 3] = ["photo", "photo_of_permit", "photo_of_assessment"];

/// The topic that was chosen.
pub fn topic(chosen: Option<&str>) -> &'static str {
    let [first, ..] = TOPICS;
    let mut topics = TOPICS.into_iter();
    topics.find(|it| chosen == Some(it)).unwrap_or(first)
}

/// The form of a photo of a weapon.
pub fn form(id: &WeaponId, blank: &Blank<'_>, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let [first, ..] = TOPICS;
    let body = html! {
        (frame::top(&html! { b { (say!(words, "place-weapons")) } }, seen, words))
        (frame::title(&name::weapon(id), &say!(words, "photo-add"), &html! {}))
        form method="post" action={ "/weapon/" (id) "/photo" } enctype="multipart/form-data" {
            input type="hidden" name="request" value=(blank.request);
            fieldset class="block" {
                legend class="said" { (say!(words, "photo-of")) }
                @for topic in TOPICS {
                    label class="choice" {
                        input type="radio" name="topic" value=(topic) checked[topic == first];
                        span { (words.say(&format!("topic-{topic}"), &[])) }
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
            }
            div class="presses one" { button class="press main mid" type="submit" { (say!(words, "photo-file")) } }
        }
    };
    frame::page(&Page {
        title: say!(words, "photo-add"),
        place: Some(Place::Weapons),
        onward: Some(Way::new(format!("/weapon/{id}"), name::weapon(id))),
        body,
        ..Page::around(seen, viewer)
    })
}

/// The photos of a weapon, on its page.
pub fn of_weapon(id: &WeaponId, weapon: &Weapon, words: &Words) -> Markup {
    let filed = TOPICS.iter().filter_map(|topic| {
        let document = weapon.documents.get(*topic)?;
        Some((*topic, &document.attachments))
    });
    let photos: Vec<(&str, &AttachmentId)> = filed
        .flat_map(|(topic, all)| all.iter().map(move |it| (topic, it)))
        .collect();
    html! {
        h2 class="sunk" id="photos" { span { (say!(words, "photos")) } span class="n" { (photos.len()) } }
        @if !photos.is_empty() {
            ul class="photos" {
                @for (topic, hash) in &photos {
                    @let says = words.say(&format!("topic-{topic}"), &[]);
                    li {
                        a href={ "/photo/" (hash) } {
                            img src={ "/photo/" (hash) } alt={ (says) ", " (name::weapon(id)) } loading="lazy";
                        }
                        p class="how small" { (says) }
                    }
                }
            }
        }
        div class="presses one" { (frame::press(&Way::new(format!("/weapon/{id}/photo"), say!(words, "photo-add")))) }
    }
}
