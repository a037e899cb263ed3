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
    let taken = match read(sent).await {
        Ok((bytes, fields)) => keep(&unit, bytes).await.map(|hash| (hash, fields)),
        Err(says) => Err(says),
    };
    match (taken, id.parse()) {
        (Ok((hash, fields)), Ok(weapon)) => {
            file(&unit, (&caller, by), (weapon, hash, &fields)).await
        }
        (Ok(_), Err(_)) => shown(&unit, &caller, |_, _| None).await,
        (Err(says), _) => {
            let mut faults = Faults::default();
            faults.add("photo", says);
            again(
                &unit,
                &caller,
                (&id, StatusCode::UNPROCESSABLE_ENTITY, &faults),
            )
            .await
        }
    }
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

/// Cleans a photo and keeps it. What is not filed afterwards is only a picture that nobody sees.
async fn keep(unit: &Unit, bytes: Vec<u8>) -> Result<AttachmentId, &'static str> {
    let photos = Arc::clone(&unit.photos);
    let kept = reading(move || {
        let plain = Photo::plain(&bytes).map_err(|not| match not {
            NotTaken::Kind => "wrong-photo-kind",
            NotTaken::Broken => "wrong-photo-broken",
        })?;
        let hash = photo::hash(&plain.bytes);
        let kept = photos.keep(&hash, &plain.bytes);
        kept.map_err(|_| "wrong-photo-not-kept")?;
        hash.parse().map_err(|_| "wrong-photo-not-kept")
    });
    kept.await.unwrap_or(Err("wrong-photo-not-kept"))
}

async fn file(
    unit: &Unit,
    (caller, by): (&Caller, PersonId),
    (weapon, hash, fields): (WeaponId, AttachmentId, &Fields),
) -> Response {
    let Some(request) = request(unit, fields) else {
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
        attachments: [hash].into(),
    }));
    let submission = Submission::new(request, Some(by), what.clone());
    let told = unit.writer.put(submission).await;
    let went = told
        .as_ref()
        .ok()
        .and_then(Receipt::answer)
        .and_then(|it| it.go);
    match went {
        Some(true) => to(&format!("/weapon/{weapon}#photos")),
        _ => answer::asked(unit, session::viewer(caller, unit), (&what, told)).await,
    }
}
