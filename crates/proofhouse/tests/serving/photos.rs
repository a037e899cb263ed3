//! Photos lie beside the record: copied with it, exported with it, and missed where they are gone.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::hub::{Hub, call, done, proofhouse, record};

/// A picture whose bytes are all letters.
const PHOTO: &str = "RIFF\u{14}\0\0\0WEBPVP8 \u{8}\0\0\0pictures";

fn filed(host: &str) {
    filed_for("/weapon/hero-one", host);
}

fn filed_for(of: &str, host: &str) {
    let part = |name: &str| format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"");
    let body = format!(
        "{}; filename=\"a\"\r\n\r\n{PHOTO}\r\n--x--\r\n",
        part("photo")
    );
    let headers = "Authorization: Bearer armorer\r\nSec-Fetch-Site: same-origin\r\n\
                   Content-Type: multipart/form-data; boundary=x\r\n";
    let (status, _) = call(host, &format!("POST {of}/photo"), headers, &body);
    assert_eq!(status, 303);
}

fn photos(record: &Path) -> Vec<String> {
    let folder = format!("{}.photos", record.display());
    let files = fs::read_dir(folder).unwrap();
    let names = files.map(|it| it.unwrap().file_name().into_string().unwrap());
    names.collect()
}

#[test]
fn a_photo_goes_with_its_record_and_is_missed_where_it_is_gone() {
    let mut hub = Hub::start(&["demo", "--listen", "127.0.0.1:0"]);
    let link = hub.line("  armorer ");
    let (_, link) = link.split_once("http://").unwrap();
    let audit = hub.line("proofhouse audit ");
    let record = Path::new(audit.rsplit(' ').next().unwrap());
    filed(link.split('/').next().unwrap());
    let names = photos(record);
    let [name] = names.as_slice() else {
        panic!("{names:?}");
    };
    let folder = tempfile::tempdir().unwrap();
    let (copy, pack) = (folder.path().join("copy.db"), folder.path().join("pack"));
    let told = done(&["backup", &record.to_string_lossy(), &copy.to_string_lossy()]);
    assert!(told.contains("1 photos"), "{told}");
    assert_eq!(photos(&copy), names);
    done(&["export", &copy.to_string_lossy(), &pack.to_string_lossy()]);
    let kept = fs::read_to_string(pack.join("photos").join(name)).unwrap();
    assert_eq!(kept, PHOTO);
    let manifest = fs::read_to_string(pack.join("manifest.json")).unwrap();
    assert!(
        manifest.contains(&format!("\"photos/{name}\":\"{name}\"")),
        "{manifest}"
    );
    let (line, _) = doctor(&copy, "photos", &[]);
    assert!(line.starts_with("ok"), "{line}");
    let place = format!("{}.photos/{name}", copy.display());
    fs::write(&place, "something else").unwrap();
    let (line, code) = doctor(&copy, "photos", &[]);
    assert!(line.contains(&format!("missing or damaged: {name}")));
    assert_eq!(code, Some(1));
    fs::remove_file(place).unwrap();
    let (line, code) = doctor(&copy, "photos", &[]);
    assert!(line.starts_with("wrong"), "{line}");
    assert_eq!(code, Some(1));
    // Erased on purpose, it is not missed, and not brought back by a copy of the copy.
    let (line, code) = doctor(&copy, "erase", &["--erase", &"0".repeat(64)]);
    assert!(line.starts_with("wrong") && code == Some(1), "{line}");
    let (line, code) = doctor(&copy, "photos", &["--erase", name]);
    assert!(
        line.starts_with("ok") && line.contains("1 of them erased"),
        "{line}"
    );
    assert_eq!(code, Some(0));
    let (again, pack) = (folder.path().join("again.db"), folder.path().join("after"));
    done(&["backup", &copy.to_string_lossy(), &again.to_string_lossy()]);
    assert_eq!(doctor(&again, "photos", &[]).1, Some(0));
    done(&["export", &again.to_string_lossy(), &pack.to_string_lossy()]);
    assert!(!pack.join("photos").exists());
    done(&["verify", &pack.to_string_lossy()]);
}

#[test]
fn the_photo_of_a_permit_goes_into_no_pack() {
    let mut hub = Hub::start(&["demo", "--listen", "127.0.0.1:0"]);
    let link = hub.line("  armorer ");
    let (_, link) = link.split_once("http://").unwrap();
    let audit = hub.line("proofhouse audit ");
    let record = Path::new(audit.rsplit(' ').next().unwrap());
    filed_for("/person/lead", link.split('/').next().unwrap());
    assert_eq!(photos(record).len(), 1);
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("pack");
    done(&["export", &record.to_string_lossy(), &pack.to_string_lossy()]);
    assert!(!pack.join("photos").exists());
    let (line, code) = doctor(record, "photos", &[]);
    assert!(line.contains("1 filed") && code == Some(0), "{line}");
}

/// What doctor says of one thing, and its exit code.
fn doctor(record: &Path, thing: &str, more: &[&str]) -> (String, Option<i32>) {
    let record = record.to_string_lossy();
    let out = proofhouse(&[&["doctor", &record], more].concat());
    let said = String::from_utf8(out.stdout).unwrap();
    let mut lines = said.lines();
    let line = lines.find(|line| line.split_whitespace().nth(1) == Some(thing));
    (line.unwrap_or_default().to_owned(), out.status.code())
}

#[test]
fn what_nobody_filed_is_found_and_removed_once_no_hub_serves_the_record() {
    let folder = tempfile::tempdir().unwrap();
    let record = record(folder.path());
    let place = Path::new(&record);
    let album = PathBuf::from(format!("{record}.photos"));
    fs::create_dir(&album).unwrap();
    let (unfiled, foreign) = (album.join("ab".repeat(32)), album.join("notes.txt"));
    fs::write(&unfiled, PHOTO).unwrap();
    fs::write(album.join(format!("{}.part", "cd".repeat(32))), "half").unwrap();
    fs::write(&foreign, "of somebody else").unwrap();
    let hub = Hub::start(&["serve", "--record", &record, "--listen", "127.0.0.1:0"]);
    let told = "2 photos, 32 bytes";
    let mut serving = hub;
    serving.line("unit");
    let (line, code) = doctor(place, "unfiled", &["--remove-unfiled"]);
    assert!(line.contains("stay") && line.contains(told), "{line}");
    assert!(unfiled.exists() && code == Some(1));
    assert_eq!(serving.stop(), Some(0));
    let (line, code) = doctor(place, "unfiled", &[]);
    assert!(line.starts_with("look") && line.contains(told), "{line}");
    assert!(unfiled.exists() && code == Some(0));
    let (line, code) = doctor(place, "unfiled", &["--remove-unfiled"]);
    assert!(line.starts_with("ok") && line.contains("removed"), "{line}");
    assert_eq!(code, Some(0));
    let left: Vec<_> = fs::read_dir(&album).unwrap().flatten().collect();
    assert_eq!(left.len(), 1);
    assert!(foreign.exists());
    assert_eq!(doctor(place, "unfiled", &[]).0, "");
}

#[cfg(unix)]
#[test]
fn a_door_that_others_may_read_or_that_is_broken_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let record = record(folder.path());
    let place = Path::new(&record);
    let (line, code) = doctor(place, "door", &[]);
    assert!(line.starts_with("ok"), "{line}");
    assert_eq!(code, Some(0));
    let door = format!("{record}.door");
    fs::write(&door, "{\"format\": 1}").unwrap();
    fs::set_permissions(&door, fs::Permissions::from_mode(0o604)).unwrap();
    let (line, code) = doctor(place, "door", &[]);
    assert!(
        line.starts_with("wrong") && line.contains("mode 604"),
        "{line}"
    );
    assert_eq!(code, Some(1));
    fs::set_permissions(&door, fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(doctor(place, "door", &[]).1, Some(0));
    fs::write(&door, "{\"format\": 1, \"sessions\": 3}").unwrap();
    let (line, code) = doctor(place, "door", &[]);
    assert!(
        line.starts_with("wrong") && line.contains("door-broken"),
        "{line}"
    );
    assert_eq!(code, Some(1));
}
