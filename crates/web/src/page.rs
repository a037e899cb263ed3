//! A plain board: one page without a script that a browser loads again every few seconds.

use std::fmt::{self, Write};

use armory::{Board, CheckOnBoard, IncidentOnBoard, RefusedToday, WeaponOnBoard};
use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

use crate::{gate::Caller, unit::Unit};

/// The page's own sheet, and nothing else from anywhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; \
                      base-uri 'none'; form-action 'none'";

/// The board of the unit. A browser signs in with the token as the password.
pub async fn board(State(unit): State<Unit>, caller: Caller) -> Response {
    if let Err(problem) = caller.signed_in_to_look(&unit) {
        let mut response = problem.into_response();
        if response.status() == StatusCode::UNAUTHORIZED {
            let way = HeaderValue::from_static("Basic realm=\"proofhouse\", charset=\"UTF-8\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, way);
        }
        return response;
    }
    let seen = unit.writer.look().await;
    let policy = [(header::CONTENT_SECURITY_POLICY, POLICY)];
    (policy, Html(html(&unit.name, &seen.board))).into_response()
}

/// The board's sheet.
pub async fn sheet() -> impl IntoResponse {
    let kind = [(header::CONTENT_TYPE, "text/css; charset=utf-8")];
    (kind, include_str!("board.css"))
}

/// A text that may come from anybody.
struct Safe<T>(T);

impl<T: fmt::Display> fmt::Display for Safe<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.to_string().chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                letter => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// A table: its name, its heads, its rows. A cell is HTML that was made safe.
fn table(name: &str, heads: &[&str], rows: &[Vec<String>]) -> String {
    if rows.is_empty() {
        return format!("<h2>{name}</h2><p>None.</p>");
    }
    let heads: String = heads
        .iter()
        .map(|head| format!("<th scope=\"col\">{head}</th>"))
        .collect();
    let cells = |row: &Vec<String>| -> String {
        row.iter().map(|cell| format!("<td>{cell}</td>")).collect()
    };
    let rows: String = rows
        .iter()
        .map(|row| format!("<tr>{}</tr>", cells(row)))
        .collect();
    format!(
        "<h2>{name}</h2><div class=\"wide\"><table><thead><tr>{heads}</tr></thead>\
         <tbody>{rows}</tbody></table></div>"
    )
}

/// The page.
fn html(unit: &str, board: &Board) -> String {
    let unit = Safe(unit);
    let weapons: Vec<_> = board.weapons.iter().map(weapon).collect();
    let rounds = board.rounds.iter().map(|it| {
        let words = [it.account.clone(), it.lot.to_string(), it.class.to_string()];
        let mut row: Vec<String> = words.iter().map(|word| Safe(word).to_string()).collect();
        row.extend([it.state.to_string(), it.rounds.to_string()]);
        row
    });
    let rounds: Vec<_> = rounds.collect();
    let incidents: Vec<_> = board.incidents.iter().map(incident).collect();
    let refusals: Vec<_> = board.refusals.iter().rev().map(refusal).collect();
    let tables = [
        table(
            "Weapons",
            &[
                "Weapon",
                "Custodian",
                "In the hand of",
                "Contents",
                "Check",
                "Stands in the way",
            ],
            &weapons,
        ),
        table(
            "Incidents",
            &["No.", "Cause", "Since", "Weapon", "Stand-down", "Due"],
            &incidents,
        ),
        table(
            "Refused today",
            &["Entry", "Ask", "By", "About", "Because", "Remedied"],
            &refusals,
        ),
        table(
            "Rounds",
            &["Account", "Lot", "Class", "State", "Rounds"],
            &rounds,
        ),
    ]
    .concat();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta http-equiv=\"refresh\" content=\"5\"><title>{unit}: board</title>\
         <link rel=\"stylesheet\" href=\"/board.css\"></head><body>\
         <h1>{unit}, {place}</h1>{head}{tables}</body></html>",
        place = Safe(&board.place),
        head = head(board),
    )
}

/// What holds for the whole unit.
fn head(board: &Board) -> String {
    let day = board
        .day
        .map_or("no day is open".to_owned(), |day| format!("day {day}"));
    let mut lines = format!("<p>{day}; entry {}; seen at {}.</p>", board.last, board.at);
    let mut say = |class: &str, text: &dyn fmt::Display| {
        let _ = write!(lines, "<p class=\"{class}\" role=\"alert\">{text}</p>");
    };
    for stop in &board.stops {
        match &stop.scene {
            Some(scene) => say("no", &format!("Stopped: scene {}.", Safe(scene))),
            None => say("no", &"Stopped: the whole set."),
        }
    }
    if board.stood_down {
        say("no", &"The production stands down.");
    }
    if !board.writable {
        say("no", &"The record cannot be written: every ask is a no.");
    }
    if board.not_recorded > 0 {
        say("no", &format!("Not yet recorded: {}.", board.not_recorded));
    }
    if board.clock_stepped {
        say("hold", &"The clock stepped: the time is to be confirmed.");
    }
    for concern in &board.concerns {
        let raised = concern.raised;
        say(
            "hold",
            &format!("Concern: {} (raised {raised} times).", Safe(&concern.about)),
        );
    }
    lines
}

fn weapon(it: &WeaponOnBoard) -> Vec<String> {
    let check = match &it.check {
        CheckOnBoard::None => "never".to_owned(),
        CheckOnBoard::Holds { minutes, by } => {
            format!(
                "<span class=\"go\">holds</span>, {minutes} min, {}",
                Safe(by)
            )
        }
        CheckOnBoard::Void { why } => format!("<span class=\"hold\">void</span>: {}", Safe(why)),
    };
    let custodian = it
        .handler
        .as_ref()
        .map_or(it.custodian.to_string(), ToString::to_string);
    let bearer = match (&it.bearer, &it.set_up) {
        (Some(bearer), Some(set_up)) => format!("{}, {}", Safe(bearer), Safe(set_up)),
        (Some(bearer), None) => Safe(bearer).to_string(),
        (None, _) => String::new(),
    };
    let in_the_way = [
        (!it.watched, "not watched"),
        (it.quarantined, "quarantined"),
        (it.held, "hold"),
        (it.preserved, "preserved"),
        (it.stood_down, "stand-down"),
    ];
    let in_the_way = in_the_way
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, word)| *word);
    let in_the_way = in_the_way.collect::<Vec<_>>().join(", ");
    vec![
        format!("{} ({}, tier {})", Safe(&it.weapon), it.class, it.tier),
        Safe(custodian).to_string(),
        bearer,
        Safe(&it.contents).to_string(),
        check,
        format!("<span class=\"hold\">{in_the_way}</span>"),
    ]
}

fn incident(it: &IncidentOnBoard) -> Vec<String> {
    let clocks = it.clocks.iter().map(|clock| {
        let late = if clock.minutes_left < 0 {
            " (overdue)"
        } else {
            ""
        };
        format!("{} by {}{late}", Safe(&clock.to), clock.due)
    });
    let stand_down = it.stand_down.map(|scope| scope.to_string());
    vec![
        Safe(&it.incident).to_string(),
        Safe(&it.cause).to_string(),
        it.since.to_string(),
        it.weapon
            .as_ref()
            .map(|id| Safe(id).to_string())
            .unwrap_or_default(),
        format!(
            "<span class=\"no\">{}</span>",
            stand_down.unwrap_or_default()
        ),
        clocks.collect::<Vec<_>>().join("<br>"),
    ]
}

fn refusal(it: &RefusedToday) -> Vec<String> {
    let list = |words: &std::collections::BTreeSet<String>| {
        let words: Vec<String> = words.iter().map(|word| Safe(word).to_string()).collect();
        words.join(", ")
    };
    vec![
        it.seq.to_string(),
        Safe(&it.what).to_string(),
        it.by
            .as_ref()
            .map(|by| Safe(by).to_string())
            .unwrap_or_default(),
        list(&it.about),
        list(&it.because),
        it.remedied.map(|at| at.to_string()).unwrap_or_default(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn board() -> Board {
        serde_json::from_value(json!({
            "at": "2026-03-10T15:00:00Z", "last": 7, "day": "2026-03-10", "place": "us/us-ca",
            "kind": "screen", "rounds": [], "incidents": [], "stops": [{"scene": null}],
            "weapons": [{"weapon": "hero-one", "tier": "a", "class": "blank_firing",
                "custodian": "handler", "handler": "armorer", "bearer": "lead", "set_up": "12",
                "contents": "empty", "check": {"check": "holds", "minutes": 4, "by": "armorer"},
                "sentence": null, "watched": false, "quarantined": false, "held": true,
                "preserved": false, "stood_down": false, "last": 6}],
            "concerns": [{"concern": "1", "since": "2026-03-10T15:00:00Z", "raised": 2,
                "about": "<script>alert('x')</script> & \"more\""}],
            "refusals": [], "stood_down": false, "clock_stepped": false, "writable": false,
            "not_recorded": 1
        }))
        .unwrap()
    }

    #[test]
    fn what_anybody_wrote_is_shown_and_never_run() {
        let page = html("main-unit", &board());
        let shown = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;";
        assert!(page.contains(shown), "{page}");
        assert!(!page.contains("<script"), "{page}");
    }

    #[test]
    fn the_board_says_who_has_what_and_what_stands_in_the_way() {
        let page = html("main-unit", &board());
        let words = [
            "<td>hero-one (blank_firing, tier a)</td><td>armorer</td><td>lead, 12</td>",
            "<span class=\"go\">holds</span>, 4 min, armorer",
            "not watched, hold",
            "Stopped: the whole set.",
            "The record cannot be written: every ask is a no.",
            "Not yet recorded: 1.",
        ];
        let missing: Vec<_> = words.iter().filter(|word| !page.contains(**word)).collect();
        assert!(missing.is_empty(), "{missing:?} in {page}");
    }
}
