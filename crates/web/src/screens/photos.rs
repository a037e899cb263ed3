//! Photos of weapons, scenes and permits: taken in by a form, shown to whoever may see them, and those of
//! a person's papers erased.

use std::sync::Arc;

use armory::{Receipt, Submission};
use axum::{
    extract::{Form, Multipart, Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use custody::{
    id::{AttachmentId, PersonId},
    input::{Ask, What, planning::FileDocument},
    names::DocumentKind,
};
use pages::{
    form::{Blank, Faults, Fields},
    page::{
        self,
        photo::{Erased, Of},
    },
    who,
};

use super::{
    act::{Filled, asker, fresh, request},
    answer, entrance, html,
    looking::{Kept, shown},
    session, to,
};
use crate::{
    api::reading,
    gate::Caller,
    photo::{self, NotTaken, Photo},
    unit::Unit,
};

/// A photo, by its hash. What is there is what the hash says, or it is not shown; what is of a person's
/// papers is shown to few.
pub async fn photo(State(unit): State<Unit>, Path(hash): Path<String>, caller: Caller) -> Response {
    if let Err(page) = session::person(&caller, &unit) {
        return *page;
    }
    let (kept, viewer) = (Kept::of(&unit).await, session::viewer(&caller, &unit));
    let seen = kept.seen();
    let id: Option<AttachmentId> = hash.parse().ok();
    let shows = id.is_some_and(|id| {
        let mut people = seen.state.of_papers(&id);
        seen.state.shows(&id) || people.any(|it| who::sees_papers(it, (&seen, &viewer)))
    });
    if !shows {
        return html(StatusCode::NOT_FOUND, &page::nothing::here(&seen, &viewer));
    }
    let photos = Arc::clone(&unit.photos);
    let read = reading(move || photos.read(&hash).filter(|it| photo::hash(it) == hash)).await;
    let bytes = read.ok().flatten();
    match bytes.and_then(|it| Some((photo::media(&it)?, it))) {
        Some((media, bytes)) => {
            let head = [
                (header::CONTENT_TYPE, media),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (head, bytes).into_response()
        }
        None => html(StatusCode::NOT_FOUND, &page::nothing::here(&seen, &viewer)),
    }
}

/// Photos that were erased.
pub async fn erased(unit: &Unit) -> Erased {
    let photos = Arc::clone(&unit.photos);
    let erased = reading(move || photos.erased()).await.unwrap_or_default();
    erased.iter().filter_map(|it| it.parse().ok()).collect()
}

/// What an address names: `/weapon/hero-one/photo`.
type Address = Path<(String, String)>;

/// The form of a photo.
pub async fn form(State(unit): State<Unit>, Path((of, id)): Address, caller: Caller) -> Response {
    match Of::read(&of, &id) {
        Some(of) => again(&unit, &caller, (&of, StatusCode::OK, &Faults::default())).await,
        None => shown(&unit, &caller, |_, _| None).await,
    }
}

async fn again(
    unit: &Unit,
    caller: &Caller,
    (of, status, faults): (&Of, StatusCode, &Faults),
) -> Response {
    let request = fresh(unit);
    let fields = Fields::default();
    let mut response = shown(unit, caller, |seen, viewer| {
        let blank = Blank {
            request: &request,
            fields: &fields,
            faults,
        };
        let known = of.known(seen.state);
        known.then(|| page::photo::form(of, &blank, (seen, viewer)))
    })
    .await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

/// A photo that was handed in: cleaned, kept, and filed as an ask of whoever hands it in.
pub async fn filed(
    State(unit): State<Unit>,
    Path((of, id)): Address,
    caller: Caller,
    sent: Multipart,
) -> Response {
    let by = match asker(&unit, &caller) {
        Ok(by) => by,
        Err(response) => return *response,
    };
    let Some(of) = Of::read(&of, &id) else {
        return shown(&unit, &caller, |_, _| None).await;
    };
    let read = read(sent).await;
    let _one = unit.beside.lock().await;
    let taken = match read {
        Ok((bytes, fields)) => keep(&unit, bytes).await.map(|photo| (photo, fields)),
        Err(says) => Err(says),
    };
    match taken {
        Ok((photo, fields)) => file(&unit, (&caller, by), (&of, photo, &fields)).await,
        Err(says) => {
            let mut faults = Faults::default();
            faults.add("photo", says);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            again(&unit, &caller, (&of, status, &faults)).await
        }
    }
}

/// Erases a photo of a person's papers. The record keeps its sum.
pub async fn erase(
    State(unit): State<Unit>,
    Path(id): Path<String>,
    caller: Caller,
    Form(form): Filled,
) -> Response {
    if let Err(response) = asker(&unit, &caller) {
        return *response;
    }
    let _one = unit.beside.lock().await;
    let (kept, viewer) = (Kept::of(&unit).await, session::viewer(&caller, &unit));
    let (seen, fields) = (kept.seen(), Fields::from(form));
    let photo = fields.get("photo").map(str::parse::<AttachmentId>);
    let (Ok(person), Some(Ok(photo))) = (id.parse::<PersonId>(), photo) else {
        return html(StatusCode::NOT_FOUND, &page::nothing::here(&seen, &viewer));
    };
    let of_papers = seen.state.of_papers(&photo).any(|it| *it == person);
    if !of_papers || seen.state.shows(&photo) {
        return html(StatusCode::NOT_FOUND, &page::nothing::here(&seen, &viewer));
    }
    if !who::erases_papers(&person, (&seen, &viewer)) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let of = Of::Person(person);
    if seen.state.incidents.values().any(|it| it.closed.is_none()) {
        let page = page::photo::held(&of, (&seen, &viewer));
        return html(StatusCode::CONFLICT, &page);
    }
    let photos = Arc::clone(&unit.photos);
    match reading(move || photos.erase(photo.as_str())).await {
        Ok(Ok(())) => to(&of.shown_at()),
        _ => entrance::not_kept(&unit, &caller),
    }
}

/// A photo that lies beside the record.
struct Laid {
    hash: AttachmentId,
    /// It was not there before.
    new: bool,
}

/// The parts of a form with a file.
async fn read(mut sent: Multipart) -> Result<(Vec<u8>, Fields), &'static str> {
    let (mut bytes, mut fields) = (Vec::new(), Vec::new());
    while let Some(part) = sent
        .next_field()
        .await
        .map_err(|wrong| large_or_broken(&wrong))?
    {
        let name = part.name().unwrap_or_default().to_owned();
        let body = part
            .bytes()
            .await
            .map_err(|wrong| large_or_broken(&wrong))?;
        match name.as_str() {
            "photo" => bytes = body.to_vec(),
            _ => fields.push((name, String::from_utf8_lossy(&body).into_owned())),
        }
    }
    match bytes.is_empty() {
        true => Err("wrong-photo-none"),
        false => Ok((bytes, Fields::from(fields))),
    }
}

fn large_or_broken(wrong: &axum::extract::multipart::MultipartError) -> &'static str {
    match wrong.status() {
        StatusCode::PAYLOAD_TOO_LARGE => "wrong-photo-large",
        _ => "wrong-photo-broken",
    }
}

/// Cleans a photo and keeps it, before the entry that names it.
async fn keep(unit: &Unit, bytes: Vec<u8>) -> Result<Laid, &'static str> {
    let photos = Arc::clone(&unit.photos);
    let kept = reading(move || {
        let plain = Photo::plain(&bytes).map_err(|not| match not {
            NotTaken::Kind => "wrong-photo-kind",
            NotTaken::Broken => "wrong-photo-broken",
        })?;
        let hash = photo::hash(&plain.bytes);
        let new = photos.keep(&hash, &plain.bytes);
        let new = new.map_err(|_| "wrong-photo-not-kept")?;
        let hash = hash.parse().map_err(|_| "wrong-photo-not-kept")?;
        Ok(Laid { hash, new })
    });
    kept.await.unwrap_or(Err("wrong-photo-not-kept"))
}

async fn file(
    unit: &Unit,
    (caller, by): (&Caller, PersonId),
    (of, photo, fields): (&Of, Laid, &Fields),
) -> Response {
    let Some(request) = request(unit, fields) else {
        let_go(unit, photo).await;
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let (scene, weapon, person) = match of.clone() {
        Of::Weapon(id) => (None, Some(id), None),
        Of::Scene(id) => (Some(id), None, None),
        Of::Person(id) => (None, None, Some(id)),
    };
    let what = What::Ask(Ask::FileDocument(FileDocument {
        kind: DocumentKind::Report,
        topic: of.topic(fields.get("topic")).to_owned(),
        scene,
        weapon,
        person,
        expires: None,
        states: [].into(),
        incident: None,
        to: None,
        attachments: [photo.hash.clone()].into(),
    }));
    let submission = Submission::new(request, Some(by), what);
    let told = unit.writer.put(submission.clone()).await;
    match &told {
        Ok(receipt) if went(receipt) => return to(&of.shown_at()),
        Ok(_) => let_go(unit, photo).await,
        // Whether it was filed is not known.
        Err(_) => {}
    }
    answer::asked(unit, session::viewer(caller, unit), (&submission, told)).await
}

fn went(receipt: &Receipt) -> bool {
    receipt.answer().and_then(|it| it.go) == Some(true)
}

/// A photo whose filing was refused is kept nowhere, unless it was filed another time.
async fn let_go(unit: &Unit, photo: Laid) {
    let seen = unit.writer.look().await;
    let of_papers = seen.state.of_papers(&photo.hash).next().is_some();
    if !photo.new || of_papers || seen.state.shows(&photo.hash) {
        return;
    }
    let photos = Arc::clone(&unit.photos);
    // What the disk keeps all the same, `doctor` finds.
    let _ = reading(move || photos.let_go(photo.hash.as_str())).await;
}
