use crate::hygiene;
use crate::testing::*;

#[test]
fn what_a_rule_reads_is_listed() {
    let shelf = shelf();
    let reads = |id: &str| {
        let rule = shelf.rule(id).unwrap();
        rule.reads
            .paths()
            .map(|path| path.as_str().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(reads("CHECK-AGE"), ["context.check_age_minutes"]);
    assert_eq!(
        reads("BEARER-TRAINED"),
        [
            "resource.tier",
            "context.bearer.age_years",
            "context.bearer.trained_on"
        ]
    );
    assert_eq!(reads("HELD"), ["resource.hold"]);
    assert_eq!(reads("CA-COURSE"), ["principal.tag[csatf_s]"]);
    assert_eq!(
        reads("CA-HANDLER"),
        ["principal", "principal.in[Role]", "resource.custodian"]
    );
    assert_eq!(reads("CLOSE"), ["context.zone.nearest_cm"]);
}

#[test]
fn the_head_of_a_rule_is_read_too() {
    let reads = |head: &str| {
        let files = with("baseline/custody.cedar", "forbid (principal,", head);
        let shelf = open(files);
        let rule = shelf.rule("CHECK-HOLDS").unwrap();
        let paths = rule.reads.paths().map(|path| path.as_str().to_owned());
        paths.collect::<Vec<_>>()
    };
    let holds = "resource.check_holds";
    assert_eq!(reads("forbid (principal,"), [holds]);
    assert_eq!(
        reads("forbid (principal in Role::\"performer\","),
        ["principal.in[Role]", holds]
    );
    assert_eq!(
        reads("forbid (principal == Person::\"kim\","),
        ["principal", holds]
    );
}

#[test]
fn a_slice_knows_every_name_its_rules_read() {
    let shelf = shelf();
    let in_force = shelf.in_force(&on("us/us-ca", "2026-03-01"));
    let reads = in_force.slice("issue").reads().clone();
    for name in [
        "bearer",
        "trained_on",
        "tier",
        "zone",
        "nearest_cm",
        "csatf_s",
        "custodian",
    ] {
        assert!(reads.reads_attr(name), "{name}");
    }
    for name in ["nickname", "round_class", "protected"] {
        assert!(!reads.reads_attr(name), "{name}");
    }
    assert!(reads.reads_tag("csatf_s"));
    assert!(!reads.reads_tag("other"));
}

#[test]
fn a_record_compared_as_a_whole_reads_all_that_stands_inside() {
    let files = with(
        "baseline/custody.cedar",
        "context.check_age_minutes > 60",
        "context.zone == {nearest_cm: 1, protected: [\"eyes\"]}",
    );
    let shelf = open(files);
    assert!(
        shelf
            .rule("CHECK-AGE")
            .unwrap()
            .reads
            .reads_attr("protected")
    );
}

#[test]
fn a_rule_looks_into_what_it_reads_of_a_thing_and_not_into_the_ask() {
    let shelf = shelf();
    let into = |id: &str| {
        let reads = &shelf.rule(id).unwrap().reads;
        let paths = reads.entered().map(|path| path.as_str().to_owned());
        paths.collect::<Vec<_>>()
    };
    assert_eq!(into("CHECK-AGE"), Vec::<String>::new());
    assert_eq!(into("CA-COURSE"), ["principal"]);
    assert_eq!(into("BEARER-TRAINED"), ["resource", "context.bearer"]);
}

#[test]
fn what_stands_in_a_list_is_read() {
    let files = with(
        "baseline/custody.cedar",
        "context.check_age_minutes > 60",
        "[context.bearer].contains(resource.custodian)",
    );
    let shelf = open(files);
    let reads = &shelf.rule("CHECK-AGE").unwrap().reads;
    let paths: Vec<&str> = reads.paths().map(|path| path.as_str()).collect();
    assert_eq!(paths, ["resource.custodian", "context.bearer"]);
}

#[test]
fn a_computed_base_or_key_is_read_too() {
    let files = with(
        "baseline/custody.cedar",
        "context.check_age_minutes > 60",
        "(if resource.check_holds then context.bearer else principal).age_years < 18 || principal.hasTag(resource.tier)",
    );
    let shelf = open(files);
    let reads = &shelf.rule("CHECK-AGE").unwrap().reads;
    let paths: Vec<&str> = reads.paths().map(|path| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "principal",
            "principal.tag[*]",
            "resource.check_holds",
            "resource.tier",
            "context.bearer",
            "(computed).age_years"
        ]
    );
    assert!(reads.reads_attr("age_years"));
    assert!(reads.reads_tag("anything"));
}

#[test]
fn facts_no_rule_reads_are_listed() {
    let expected = [
        "Person.born",
        "Person.nickname",
        "context.on",
        "context.place",
        "context.shots",
        "context.zone.protected",
    ];
    assert_eq!(hygiene::unread_facts(&shelf()), expected);
    assert_eq!(hygiene::rules_reading_nothing(&shelf()), ["DISCHARGE"]);
    assert_eq!(
        hygiene::actions_without_rules(&shelf()),
        Vec::<String>::new()
    );
}
