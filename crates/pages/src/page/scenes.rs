//! Scenes and call sheet: plan, risk, meeting, set-ups, and the way to look ahead.

use custody::{
    id::SceneId,
    state::{Plan, PlanStatus, Scene},
};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::{
    figure::{Shape, shape},
    frame::{self, Page, Place, Way},
    name,
    page::photo,
    say,
    seen::{Seen, Viewer},
    words::Words,
};

/// Every scene, those of today first.
pub fn scenes(erased: &photo::Erased, (seen, viewer): (&Seen<'_>, &Viewer)) -> Markup {
    let words = viewer.words();
    let today = seen.zone.to_datetime(seen.at).date();
    let (now, later): (Vec<_>, Vec<_>) = seen
        .state
        .scenes
        .iter()
        .partition(|(_, scene)| scene.scheduled.contains(&today));
    let body = html! {
        (frame::top(&html! { b { (say!(words, "place-scenes")) } }, seen, words))
        @if seen.state.scenes.is_empty() {
            (frame::empty(&say!(words, "scenes-empty"), &[Way::new("/ask/plan_scene", say!(words, "scene-plan"))]))
        }
        @for (head, scenes) in [("scenes-today", now), ("scenes-not-today", later)] {
            @if !scenes.is_empty() {
                h2 class="sunk" { span { (words.say(head, &[])) } span class="n" { (scenes.len()) } }
                div class="rows" { @for named in scenes { (one(named, (today, erased), (seen, viewer))) } }
            }
        }
    };
    frame::page(&Page {
        title: say!(words, "place-scenes"),
        place: Some(Place::Scenes),
        onward: Some(Way::new("/board", say!(words, "place-board"))),
        live: true,
        body,
        ..Page::around(seen, viewer)
    })
}

fn one(
    (id, scene): (&SceneId, &Scene),
    (today, erased): (Date, &photo::Erased),
    (seen, viewer): (&Seen<'_>, &Viewer),
) -> Markup {
    let words = viewer.words();
    let of = photo::Of::Scene(id.clone());
    html! {
        section {
            (frame::title(&say!(words, "scene"), id.as_str(), &html! {
                @if let Some(running) = &scene.activity {
                    p class="fact" { (words.say(&format!("activity-{}", running.activity), &[])) }
                }
            }))
            @for (done, says) in steps(scene, today) {
                p class="row" {
                    (shape(if done { Shape::Tick } else { Shape::NotYet }, 28))
                    span class="grow" { (words.say(says, &[])) }
                }
            }
            @if let Some(plan) = &scene.plan { (envelope(plan, words)) }
            div class="presses" {
                @for set_up in &scene.set_ups {
                    a class="press low" href={ "/ahead/" (set_up) } {
                        span { (say!(words, "ahead-of-set-up", set_up = set_up.to_string())) }
                        (shape(Shape::Arrow, 24))
                    }
                    a class="press low" href={ "/line?set_up=" (set_up) } {
                        span { (say!(words, "line-for-set-up", set_up = set_up.to_string())) }
                        (shape(Shape::Arrow, 24))
                    }
                }
            }
            (photo::photos(&of, (&scene.documents, erased), (seen, viewer)))
        }
    }
}

/// What has to be in order before a weapon is out for it.
fn steps(scene: &Scene, today: Date) -> [(bool, &'static str); 4] {
    let in_force = scene
        .plan
        .as_ref()
        .is_some_and(|plan| plan.status == PlanStatus::InForce);
    [
        (in_force, "scene-plan-in-force"),
        (
            scene.assessed.as_ref().is_some_and(|it| !it.stale),
            "scene-risk-assessed",
        ),
        (scene.scheduled.contains(&today), "scene-on-todays-schedule"),
        (
            scene.met.as_ref().is_some_and(|met| met.date == today),
            "scene-met-about-today",
        ),
    ]
}

/// The envelope of the plan, in a few lines.
fn envelope(plan: &Plan, words: &Words) -> Markup {
    let it = &plan.envelope;
    let weapons: Vec<String> = it.weapons.iter().map(name::weapon).collect();
    let uses: Vec<String> = it
        .uses
        .iter()
        .map(|it| words.say(&format!("use-{it}"), &[]))
        .collect();
    html! {
        div class="block" {
            p { b { (say!(words, "plan-uses")) } ": " (name::list(&uses, words)) }
            p { b { (say!(words, "place-weapons")) } ": " (name::list(&weapons, words)) }
            p { b { (say!(words, "plan-shots")) } ": " span class="n" { (it.shots) } }
            @if let Some(cm) = it.least_distance_cm {
                p { b { (say!(words, "plan-least-distance")) } ": " (say!(words, "metres", n = metres(cm, &say!(words, "decimal-mark")))) }
            }
            p class="how" { (say!(words, "plan-revision", n = plan.revision)) }
        }
    }
}

/// Metres of centimetres, to the centimetre, without needless noughts, by the language's mark.
fn metres(cm: u32, mark: &str) -> String {
    let (whole, rest) = (cm / 100, cm % 100);
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole}{mark}{}", rest / 10),
        rest => format!("{whole}{mark}{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::metres;

    #[test]
    fn a_distance_is_read_in_metres() {
        assert_eq!(metres(600, "."), "6");
        assert_eq!(metres(650, "."), "6.5");
        assert_eq!(metres(605, ","), "6,05");
        assert_eq!(metres(40, "."), "0.4");
    }
}
