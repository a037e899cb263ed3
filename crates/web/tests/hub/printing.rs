//! Pages to print, as the hub serves them.

use crate::set::Hub;

const ARMORER: &str = "Cookie: proofhouse=key-of-armorer\r\n";

#[test]
fn labels_and_cards_are_printed_for_whoever_is_signed_in_and_lead_to_this_hub() {
    let hub = Hub::open();
    let page = hub.raw("GET /labels?of=weapons&paper=a4", ARMORER, "");
    assert_eq!(page.status, 200);
    assert!(
        page.body.contains("http://hub/weapon/hero-one"),
        "{}",
        page.body
    );
    assert!(page.body.contains(r#"class="sheet a4""#) && !page.body.contains("/rounds#"));
    let page = hub.raw("GET /labels?of=lots", ARMORER, "");
    assert!(
        page.body.contains(r#"class="sheet letter""#) && page.body.contains("http://hub/rounds#")
    );
    let page = hub.raw("GET /cards?n=3", ARMORER, "");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Card 3 of 3") && page.body.contains("http://hub/stop"));
    for path in ["/labels", "/cards"] {
        assert_eq!(hub.raw(&format!("GET {path}"), "", "").status, 401);
    }
}

#[test]
fn the_style_of_what_is_printed_comes_from_the_hub_itself() {
    let hub = Hub::open();
    let style = hub.raw("GET /assets/print.css", "", "");
    assert_eq!(style.status, 200);
    assert!(style.head.contains("content-type: text/css"));
    for size in ["210mm 297mm", "215.9mm 279.4mm"] {
        assert!(style.body.contains(size), "{size}");
    }
}

#[test]
fn no_code_is_printed_where_it_is_not_known_where_it_leads() {
    let hub = Hub::open();
    let twice = format!("{ARMORER}Host: elsewhere\r\n");
    assert_eq!(hub.raw("GET /labels", &twice, "").status, 400);
}
