//! Photos of weapons, permits and assessments: taken in by a form, shown to whoever is signed in.

use std::sync::Arc;

use armory::{Receipt, Submission};
use axum::{
    extract::{Multipart, Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use custody::{
    id::{AttachmentId, PersonId, WeaponId},
    input::{Ask, What, planning::FileDocument},
    names::DocumentKind,
};
use pages::{
    form::{Blank, Faults, Fields},
    page,
};

use super::{
    act::{asker, fresh, request},
    answer,
    looking::shown,
    session, to,
};
use crate::{
    api::reading,
    gate::Caller,
    photo::{self, NotTaken, Photo},
    unit::Unit,
};

/// A photo, by its hash. What is there is what the hash says, or it is not shown.
pub async fn photo(State(unit): State<Unit>, Path(hash): Path<String>, caller: Caller) -> Response {
    if let Err(page) = session::person(&caller, &unit) {
        return *page;
    }
    let photos = Arc::clone(&unit.photos);
    let read = reading(move || photos.read(&hash).filter(|it| photo::hash(it) == hash)).await;
    let bytes = read.ok().flatten();
    let Some((media, bytes)) = bytes.and_then(|it| Some((photo::media(&it)?, it))) else {
        return shown(&unit, &caller, |_, _| None).await;
    };
    ([(header::CONTENT_TYPE, media)], bytes).into_response()
}

/// The form of a photo of a weapon.
pub async fn form(State(unit): State<Unit>, Path(id): Path<String>, caller: Caller) -> Response {
    again(&unit, &caller, (&id, StatusCode::OK, &Faults::default())).await
}

async fn again(
    unit: &Unit,
    caller: &Caller,
    (id, status, faults): (&str, StatusCode, &Faults),
) -> Response {
    let request = fresh(unit);
    let fields = Fields::default();
    let mut response = shown(unit, caller, |seen, viewer| {
        let id: WeaponId = id.parse().ok()?;
        seen.state.weapons.get(&id)?;
        let blank = Blank {
            request: &request,
            fields: &fields,
            faults,
        };
        Some(page::photo::form(&id, &blank, (seen, viewer)))
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
    Path(id): Path<String>,
    caller: Caller,
    sent: Multipart,
) -> Response {
    let by = match asker(&unit, &caller) {
        Ok(by) => by,
        Err(response) => return *response,
    };
    let Ok(weapon) = id.parse() else {
        return shown(&unit, &caller, |_, _| None).await;
    };
    let read = read(sent).await;
    let _one = unit.beside.lock().await;
    let taken = match read {
        Ok((bytes, fields)) => keep(&unit, bytes).await.map(|photo| (photo, fields)),
        Err(says) => Err(says),
    };
    match taken {
        Ok((photo, fields)) => file(&unit, (&caller, by), (weapon, photo, &fields)).await,
        Err(says) => {
            let mut faults = Faults::default();
            faults.add("photo", says);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            again(&unit, &caller, (&id, status, &faults)).await
        }
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
    (weapon, photo, fields): (WeaponId, Laid, &Fields),
) -> Response {
    let Some(request) = request(unit, fields) else {
        let_go(unit, photo).await;
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let topic = page::photo::topic(fields.get("topic"));
    let what = What::Ask(Ask::FileDocument(FileDocument {
        kind: DocumentKind::Report,
        topic: topic.to_owned(),
        scene: None,
        weapon: Some(weapon.clone()),
        expires: None,
        states: [].into(),
        incident: None,
        to: None,
        attachments: [photo.hash.clone()].into(),
    }));
    let submission = Submission::new(request, Some(by), what.clone());
    let told = unit.writer.put(submission).await;
    match &told {
        Ok(receipt) if went(receipt) => return to(&format!("/weapon/{weapon}#photos")),
        Ok(_) => let_go(unit, photo).await,
        // Whether it was filed is not known.
        Err(_) => {}
    }
    answer::asked(unit, session::viewer(caller, unit), (&what, told)).await
}

fn went(receipt: &Receipt) -> bool {
    receipt.answer().and_then(|it| it.go) == Some(true)
}

/// A photo whose filing was refused is kept nowhere, unless it was filed another time.
async fn let_go(unit: &Unit, photo: Laid) {
    let seen = unit.writer.look().await;
    if !photo.new || seen.state.filed(&photo.hash) {
        return;
    }
    let photos = Arc::clone(&unit.photos);
    // What the disk keeps all the same, `doctor` finds.
    let _ = reading(move || photos.let_go(&photo.hash.to_string())).await;
}
