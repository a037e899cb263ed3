//! Any bytes at all: taking them as a photo ends in a photo or in none, and a photo stays as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use web::photo::Photo;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(photo) = Photo::plain(bytes) {
        assert_eq!(Photo::plain(&photo.bytes), Ok(photo));
    }
});
