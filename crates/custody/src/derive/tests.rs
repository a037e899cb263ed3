//! What counts as what, and that more danger on record never makes it safer.

use proptest::{option, prelude::*, sample::select};

use super::{edge, round, weapon};
use crate::{
    input::intake::{Features, Origin, Parts},
    names::{Edge, RoundClass, Tier, WeaponClass as C},
};

fn said(class: C) -> Features {
    Features {
        said_to_be: Some(class),
        ..Features::default()
    }
}

fn made() -> Origin {
    Origin {
        maker: Some("cartridge_house".to_owned()),
        ..Origin::default()
    }
}

fn parts(projectile: Option<bool>, primer: Option<bool>, propellant: Option<bool>) -> Parts {
    Parts {
        primer,
        propellant,
        projectile,
        ..Parts::default()
    }
}

const YES: Option<bool> = Some(true);
const NO: Option<bool> = Some(false);

#[test]
fn a_weapon_with_nothing_recorded_is_a_firearm() {
    assert_eq!(weapon(&Features::default()), (Tier::A, C::Firearm));
}

#[test]
fn a_bare_frame_is_a_firearm_whatever_it_is_said_to_be() {
    for class in C::ALL {
        let frame = Features {
            bare_frame: YES,
            live_capable: NO,
            solid_plug: YES,
            deactivated_for: vec!["uk".to_owned()],
            ..said(*class)
        };
        assert_eq!(weapon(&frame), (Tier::A, C::Firearm), "{class}");
    }
}

#[test]
fn a_blank_firing_weapon_is_one_only_when_it_cannot_fire_a_bullet_round() {
    let blank = |live_capable| Features {
        drives_by_combustion: YES,
        live_capable,
        ..said(C::BlankFiring)
    };
    assert_eq!(weapon(&blank(NO)), (Tier::A, C::BlankFiring));
    assert_eq!(weapon(&blank(None)), (Tier::A, C::Firearm));
    assert_eq!(weapon(&blank(YES)), (Tier::A, C::Firearm));
}

#[test]
fn a_muzzle_loader_stays_one() {
    let musket = Features {
        drives_by_combustion: YES,
        live_capable: YES,
        ..said(C::MuzzleLoader)
    };
    assert_eq!(weapon(&musket), (Tier::A, C::MuzzleLoader));
}

#[test]
fn airsoft_and_electrically_fired_are_tier_a_and_a_firearm_if_they_fire_by_combustion() {
    for class in [C::Airsoft, C::ElectricallyFired] {
        assert_eq!(weapon(&said(class)), (Tier::A, class));
        let fires = Features {
            drives_by_combustion: YES,
            ..said(class)
        };
        assert_eq!(weapon(&fires), (Tier::A, C::Firearm));
    }
}

#[test]
fn a_rubber_or_replica_with_nothing_against_it_is_what_it_is_said_to_be() {
    assert_eq!(weapon(&said(C::Rubber)), (Tier::B, C::Rubber));
    assert_eq!(weapon(&said(C::Replica)), (Tier::B, C::Replica));
}

#[test]
fn whatever_speaks_of_firing_makes_a_harmless_claim_a_firearm() {
    let against: [fn(&mut Features); 4] = [
        |f| f.drives_by_combustion = YES,
        |f| f.live_capable = YES,
        |f| f.bare_frame = YES,
        |f| f.machine_gun = YES,
    ];
    for class in [
        C::Rubber,
        C::Replica,
        C::SolidPlug,
        C::Deactivated,
        C::Edged,
    ] {
        for speak in against {
            let mut features = Features {
                solid_plug: YES,
                deactivated_for: vec!["uk".to_owned()],
                ..said(class)
            };
            speak(&mut features);
            assert_eq!(weapon(&features), (Tier::A, C::Firearm), "{class}");
        }
    }
}

#[test]
fn a_solid_plug_counts_only_when_it_was_seen() {
    let plugged = |solid_plug| Features {
        solid_plug,
        ..said(C::SolidPlug)
    };
    assert_eq!(weapon(&plugged(YES)), (Tier::B, C::SolidPlug));
    assert_eq!(weapon(&plugged(NO)), (Tier::A, C::Firearm));
    assert_eq!(weapon(&plugged(None)), (Tier::A, C::Firearm));
}

#[test]
fn a_weapon_without_a_certificate_is_not_deactivated() {
    assert_eq!(weapon(&said(C::Deactivated)), (Tier::A, C::Firearm));
    let certified = Features {
        deactivated_for: vec!["uk".to_owned()],
        ..said(C::Deactivated)
    };
    assert_eq!(weapon(&certified), (Tier::B, C::Deactivated));
}

#[test]
fn edged_pointed_and_projectile_weapons_are_tier_c() {
    for class in [C::Edged, C::Pointed, C::Projectile] {
        assert_eq!(weapon(&said(class)), (Tier::C, class));
    }
}

#[test]
fn what_holds_a_charge_is_a_device_unless_it_fires() {
    assert_eq!(weapon(&said(C::Device)), (Tier::D, C::Device));
    for class in [None, Some(C::Rubber), Some(C::Edged), Some(C::Device)] {
        let charged = Features {
            said_to_be: class,
            charge: YES,
            ..Features::default()
        };
        assert_eq!(weapon(&charged), (Tier::D, C::Device), "{class:?}");
        let fires = Features {
            drives_by_combustion: YES,
            ..charged
        };
        assert_eq!(weapon(&fires), (Tier::A, C::Firearm), "{class:?}");
    }
    let firearm = Features {
        charge: YES,
        ..said(C::Firearm)
    };
    assert_eq!(weapon(&firearm), (Tier::A, C::Firearm));
}

#[test]
fn an_untested_edge_is_sharp() {
    let found = |edge| Features {
        edge,
        ..said(C::Edged)
    };
    assert_eq!(edge(&found(None)), Edge::Sharp);
    assert_eq!(edge(&found(Some(Edge::Untested))), Edge::Sharp);
    assert_eq!(edge(&found(Some(Edge::Sharp))), Edge::Sharp);
    assert_eq!(edge(&found(Some(Edge::Blunt))), Edge::Blunt);
}

#[test]
fn parts_that_no_maker_states_and_no_test_saw_count_for_nothing() {
    let dummy = parts(YES, NO, NO);
    let unknown = Origin {
        said_to_be: Some(RoundClass::Dummy),
        ..Origin::default()
    };
    assert_eq!(round(&dummy, &unknown, false), RoundClass::Unknown);
    assert_eq!(round(&dummy, &unknown, true), RoundClass::Dummy);
    assert_eq!(round(&dummy, &made(), false), RoundClass::Dummy);
    for maker in ["", "  ", "unknown"] {
        let origin = Origin {
            maker: Some(maker.to_owned()),
            ..Origin::default()
        };
        assert_eq!(round(&dummy, &origin, false), RoundClass::Unknown);
    }
}

#[test]
fn a_projectile_with_a_primer_or_propellant_is_a_bullet_round() {
    for (primer, propellant) in [(YES, YES), (YES, NO), (NO, YES), (YES, None), (None, YES)] {
        let live = parts(YES, primer, propellant);
        assert_eq!(round(&live, &made(), false), RoundClass::Live);
    }
}

#[test]
fn a_dummy_is_known_to_have_neither_primer_nor_propellant() {
    assert_eq!(
        round(&parts(YES, NO, NO), &made(), false),
        RoundClass::Dummy
    );
    for (primer, propellant) in [(None, None), (NO, None), (None, NO)] {
        let open = parts(YES, primer, propellant);
        assert_eq!(round(&open, &made(), false), RoundClass::Unknown);
    }
}

#[test]
fn a_blank_is_full_unless_its_load_is_stated() {
    let blank = |load| Parts {
        load,
        ..parts(NO, YES, YES)
    };
    let class = |load| round(&blank(load), &made(), false);
    assert_eq!(class(None), RoundClass::BlankFull);
    assert_eq!(class(Some(RoundClass::Dummy)), RoundClass::BlankFull);
    assert_eq!(class(Some(RoundClass::BlankHalf)), RoundClass::BlankHalf);
    let quarter = Some(RoundClass::BlankQuarter);
    assert_eq!(class(quarter), RoundClass::BlankQuarter);
}

#[test]
fn powder_and_caps_are_charges() {
    let case = |case, parts| Parts { case, ..parts };
    let class = |parts| round(&parts, &made(), false);
    let powder = parts(NO, None, YES);
    assert_eq!(class(case(NO, powder.clone())), RoundClass::Charge);
    assert_eq!(class(case(YES, powder)), RoundClass::Unknown);
    assert_eq!(class(parts(NO, NO, YES)), RoundClass::Charge);
    let cap = parts(NO, YES, NO);
    assert_eq!(class(case(NO, cap.clone())), RoundClass::Charge);
    assert_eq!(class(case(YES, cap)), RoundClass::Unknown);
}

#[test]
fn a_round_whose_projectile_nobody_looked_for_is_unknown() {
    for part in [YES, NO, None] {
        let open = parts(None, part, part);
        assert_eq!(round(&open, &made(), false), RoundClass::Unknown);
    }
}

#[test]
fn where_a_round_comes_from_does_not_change_its_class() {
    let origin = Origin {
        from_live: YES,
        home_made: YES,
        ..made()
    };
    assert_eq!(
        round(&parts(YES, NO, NO), &origin, false),
        RoundClass::Dummy
    );
}

/// How dangerous a class is to take for granted. Firearm and device need different care: neither is
/// the safer.
fn danger((tier, class): (Tier, C)) -> u8 {
    match (tier, class) {
        (Tier::A, C::Firearm) | (Tier::D, _) => 4,
        (Tier::A, C::BlankFiring | C::MuzzleLoader | C::ElectricallyFired) => 3,
        (Tier::A, _) => 2,
        (Tier::C, _) => 1,
        (Tier::B, _) => 0,
    }
}

fn maybe() -> impl Strategy<Value = Option<bool>> {
    option::of(any::<bool>())
}

fn features() -> impl Strategy<Value = Features> {
    let certificates = prop_oneof![Just(Vec::new()), Just(vec!["uk".to_owned()])];
    let edges = option::of(select(Edge::ALL));
    let combustion = (maybe(), maybe(), maybe(), maybe());
    let rest = (maybe(), maybe(), certificates, edges);
    (option::of(select(C::ALL)), combustion, rest).prop_map(|(said_to_be, fires, rest)| Features {
        said_to_be,
        drives_by_combustion: fires.0,
        bare_frame: fires.1,
        live_capable: fires.2,
        machine_gun: fires.3,
        solid_plug: rest.0,
        charge: rest.1,
        deactivated_for: rest.2,
        edge: rest.3,
        ..Features::default()
    })
}

fn any_parts() -> impl Strategy<Value = Parts> {
    let loads = option::of(select(RoundClass::ALL));
    (maybe(), maybe(), maybe(), maybe(), loads).prop_map(
        |(primer, case, propellant, projectile, load)| Parts {
            primer,
            case,
            propellant,
            projectile,
            load,
            wad: None,
        },
    )
}

/// The same parts, with one of them forgotten.
fn forgotten(parts: &Parts) -> [Parts; 4] {
    let forget = |what: fn(&mut Parts)| {
        let mut less = parts.clone();
        what(&mut less);
        less
    };
    [
        forget(|p| p.primer = None),
        forget(|p| p.case = None),
        forget(|p| p.propellant = None),
        forget(|p| p.projectile = None),
    ]
}

proptest! {
    #[test]
    fn more_danger_on_record_never_makes_a_weapon_safer(before in features(), which in 0..5_u8) {
        let mut after = before.clone();
        match which {
            0 => after.drives_by_combustion = YES,
            1 => after.bare_frame = YES,
            2 => after.live_capable = YES,
            3 => after.machine_gun = YES,
            _ => after.charge = YES,
        }
        prop_assert!(danger(weapon(&after)) >= danger(weapon(&before)));
    }

    #[test]
    fn less_proof_on_record_never_makes_a_weapon_safer(before in features(), which in 0..3_u8) {
        let mut after = before.clone();
        match which {
            0 => after.deactivated_for.clear(),
            1 => after.solid_plug = None,
            _ => after.live_capable = after.live_capable.filter(|capable| *capable),
        }
        prop_assert!(danger(weapon(&after)) >= danger(weapon(&before)));
    }

    #[test]
    fn what_is_known_of_an_edge_does_not_change_the_class(before in features(), edge in option::of(select(Edge::ALL))) {
        let after = Features { edge, ..before.clone() };
        prop_assert_eq!(weapon(&after), weapon(&before));
    }

    #[test]
    fn forgetting_a_part_never_makes_a_dummy(parts in any_parts(), tested: bool) {
        let before = round(&parts, &made(), tested);
        for less in forgotten(&parts) {
            let after = round(&less, &made(), tested);
            if before != RoundClass::Dummy {
                prop_assert_ne!(after, RoundClass::Dummy);
            }
            if matches!(before, RoundClass::Live | RoundClass::Unknown) {
                prop_assert!(matches!(after, RoundClass::Live | RoundClass::Unknown));
            }
        }
    }

    #[test]
    fn forgetting_the_maker_of_untested_rounds_makes_them_unknown(parts in any_parts()) {
        prop_assert_eq!(round(&parts, &Origin::default(), false), RoundClass::Unknown);
    }
}
