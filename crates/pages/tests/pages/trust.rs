//! How a phone comes to trust the hub.

use pages::{Language, Viewer, page::trust};

#[test]
fn every_kind_of_phone_is_told_how_to_trust_the_hub_in_every_language() {
    for language in Language::ALL {
        let viewer = Viewer {
            language,
            ..Viewer::default()
        };
        let page = trust::trust("AB:CD", Some("http://hub.local/trust"), &viewer).0;
        assert!(page.contains("AB:CD") && page.contains(trust::CERTIFICATE));
        for kind in ["iPhone", "Android", "Windows", "macOS", "Firefox"] {
            assert!(page.contains(kind), "{kind}");
        }
        assert!(page.contains("class=\"code\"") && page.contains("http://hub.local/trust"));
        assert!(!page.contains("trust-"), "a text that is missing: {page}");
    }
}
