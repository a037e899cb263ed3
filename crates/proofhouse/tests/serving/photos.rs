//! Photos lie beside the record: copied with it, exported with it, and missed where they are gone.

use std::{fs, path::Path};

use crate::hub::{Hub, call, done, proofhouse};

/// A picture whose bytes are all letters.
const PHOTO: &str = "RIFF\u{14}\0\0\0WEBPVP8 \u{8}\0\0\0pictures";

fn filed(host: &str) {
    let part = |name: &str| format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"");
    let body = format!(
        "{}; filename=\"a\"\r\n\r\n{PHOTO}\r\n--x--\r\n",
        part("photo")
    );
    let headers = "Authorization: Bearer armorer\r\nSec-Fetch-Site: same-origin\r\n\
                   Content-Type: multipart/form-data; boundary=x\r\n";
    let (status, _) = call(host, "POST /weapon/hero-one/photo", headers, &body);
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
    let doctor = |record: &Path| {
        let out = proofhouse(&["doctor", &record.to_string_lossy()]);
        let said = String::from_utf8(out.stdout).unwrap();
        let line = said
            .lines()
            .find(|line| line.contains("photos"))
            .unwrap_or("");
        line.to_owned()
    };
    assert!(doctor(&copy).starts_with("ok"), "{}", doctor(&copy));
    let place = format!("{}.photos/{name}", copy.display());
    fs::write(&place, "something else").unwrap();
    assert!(doctor(&copy).contains(&format!("missing or damaged: {name}")));
    fs::remove_file(place).unwrap();
    assert!(doctor(&copy).starts_with("wrong"));
}
